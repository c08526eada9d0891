import type { Locator, Page } from 'playwright/test'

export class SignInPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field(): Locator {
    return this.#page.locator('input[name="password"]')
  }

  async test(password: string): Promise<void> {
    await this.field.fill(password)
    await this.#page.getByRole('button', { name: 'Test now' }).click()
  }

  async testWithoutSigningIn(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Test without signing in' }).click()
  }
}

import type { Locator, Page } from 'playwright/test'

export class AccountPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  tile(name: string): Locator {
    return this.#page.getByRole('radio', { name, exact: true })
  }

  async accept(): Promise<void> {
    await this.#page.getByRole('heading', { name: 'Is this your account?' }).waitFor()
    await this.#page.getByRole('button', { name: 'Continue' }).click()
  }
}

import type { Locator, Page } from 'playwright/test'

export class DonePage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get title(): Locator {
    return this.#page.getByRole('heading', { name: 'Account saved' })
  }

  async setUpAnother(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Set up another account' }).click()
  }
}

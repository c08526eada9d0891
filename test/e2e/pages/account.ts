import type { Locator, Page } from 'playwright/test'

export class AccountPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  tile(name: string): Locator {
    return this.#page.getByRole('radio', { name, exact: true })
  }

  /** Goes on where nothing was found that could fill in the settings. */
  async goOn(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Continue' }).click()
  }
}

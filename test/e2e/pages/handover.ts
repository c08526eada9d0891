import type { Locator, Page } from 'playwright/test'

export class HandoverPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get question(): Locator {
    return this.#page.getByRole('region', { name: 'Where do you want this mail?' })
  }

  /** One of the answers to the question, or of the programs in the list. */
  async choose(name: string | RegExp): Promise<void> {
    await this.#page.getByRole('main').getByRole('button', { name, exact: true }).click()
  }

  get lastProof(): Locator {
    return this.#page.getByRole('region', { name: 'The last proof' })
  }

  async sendTest(): Promise<void> {
    await this.lastProof.getByRole('button', { name: 'Send myself a test message' }).click()
  }
}

import type { Locator, Page } from 'playwright/test'

export class AddressPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field(): Locator {
    return this.#page.getByRole('textbox', { name: 'Email address' })
  }

  get problem(): Locator {
    return this.#page.getByRole('alert').filter({ hasText: /./ })
  }

  practiceMailbox(name: string): Locator {
    return this.#page.getByRole('button', { name })
  }

  savedAccount(address: string): Locator {
    const remove = this.#page.getByRole('button', { name: `Remove ${address}` })
    return this.#page.getByRole('listitem').filter({ has: remove })
  }

  async submit(address: string): Promise<void> {
    await this.field.fill(address)
    await this.#page.getByRole('button', { name: 'Continue' }).click()
  }

  /** Takes the address the page proposes instead. */
  async takeProposal(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Use ${address}` }).click()
  }

  async insistOn(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: `No, it is ${address}` }).click()
  }

  async enterByHand(address: string): Promise<void> {
    await this.field.fill(address)
    await this.#page.getByRole('button', { name: 'I have settings from my provider' }).click()
  }
}

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
    const list = this.#page.getByRole('region', { name: 'Set up on this computer' })
    return list.getByRole('listitem').filter({ hasText: address })
  }

  /** Everything of a saved account, with nothing typed. */
  async testAgain(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Test again: ${address}` }).click()
  }

  async change(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Change ${address}` }).click()
  }

  async forget(address: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Remove ${address}` }).click()
    await this.#page.getByRole('button', { name: 'Yes, remove it' }).click()
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
    await this.#page.getByRole('button', { name: `No, use ${address}` }).click()
  }

  async enterByHand(address: string): Promise<void> {
    await this.field.fill(address)
    await this.#page.getByRole('button', { name: 'Enter settings from my provider' }).click()
  }
}

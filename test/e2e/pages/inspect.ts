import type { Locator, Page } from 'playwright/test'

/** The accounts of programs on this computer, and the page of one of them. */
export class InspectPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'A program on this computer does not work' }).click()
  }

  async test(address: string, program: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Test this account: ${address} in ${program}` }).click()
  }

  row(service: string): Locator {
    return this.#page.getByRole('main').getByRole('region', { name: service })
  }

  get cause(): Locator {
    return this.#page.getByRole('main').getByRole('article').first()
  }

  async change(program: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Change it in ${program}` }).click()
  }

  /** What would be written, before it is. */
  get lines(): Locator {
    return this.#page.getByRole('main').getByRole('region', { name: 'What changes in' })
  }

  async write(program: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Change ${program}` }).click()
  }

  async again(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Test again' }).click()
  }
}

import type { Locator, Page } from 'playwright/test'

/** Where Mailwright waits while the user signs in elsewhere. */
export class AuthorizePage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The address of the sign-in page, which no browser opens by itself without a display. */
  async address(): Promise<string> {
    await this.#page.getByRole('heading', { name: 'Sign in in your browser' }).waitFor()
    return this.#text(this.#page.locator('code'))
  }

  async code(): Promise<{ readonly code: string; readonly url: string }> {
    const shown = this.#page.locator('li code')
    await shown.first().waitFor()
    return { url: await this.#text(shown.nth(0)), code: await this.#text(shown.nth(1)) }
  }

  async #text(place: Locator): Promise<string> {
    return (await place.textContent())?.trim() ?? ''
  }
}

import { expect, type Locator, type Page } from 'playwright/test'

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
    await this.#page.getByRole('button', { name: /^Sign in to / }).click()
  }

  /** A password is used only for the servers it was given for; for others it is asked for again, and why is said. */
  async testOtherServers(password: string): Promise<void> {
    await expect(this.#page.getByText('The servers have changed.')).toBeVisible()
    await this.test(password)
  }

  async testWithoutSigningIn(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Only check the servers (no password)' }).click()
  }

  /** Signs in at a server of one's own, whose address is typed. */
  async atServer(issuer: string, way: 'browser' | 'device' = 'browser'): Promise<void> {
    await this.#page.getByText('My organisation has its own sign-in server').click()
    await this.#page.getByLabel('Address of the sign-in server').fill(issuer)
    const name = way === 'browser' ? 'Sign in with your browser' : 'Sign in on another device'
    await this.#page.getByRole('button', { name }).click()
  }
}

import { expect, type Locator, type Page } from 'playwright/test'
import type { Protocol } from '#shared/domain/protocol.ts'

export class TestPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** The row of a service, with its line of stations. */
  lane(protocol: Protocol): Locator {
    return this.#page.locator(`section[data-protocol="${protocol}"]`)
  }

  /** What went wrong at a service, below all rows. */
  card(protocol: Protocol): Locator {
    return this.#page.locator(`section[data-services~="${protocol}"]`)
  }

  get proof(): Locator {
    return this.#page.getByRole('region', { name: 'What was proved' })
  }

  finding(title: string | RegExp): Locator {
    return this.#page.getByRole('heading', { name: title })
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name })
  }

  get arrival(): Locator {
    return this.#page.getByRole('region', { name: 'Will your mail arrive?' })
  }

  async stop(): Promise<void> {
    await this.button('Stop').click()
  }

  /** Whether the password is kept: seen before the account is saved. */
  get keepBox(): Locator {
    return this.#page.getByRole('checkbox', { name: /^Keep the password in / })
  }

  async save(): Promise<void> {
    await expect(this.keepBox).toBeChecked()
    await this.button('Save account').click()
  }

  async saveWithoutPassword(): Promise<void> {
    const save = this.button(/^Save account/)
    await save.waitFor()
    // Without a place to keep it there is nothing to choose.
    if (await this.keepBox.isVisible()) await this.keepBox.uncheck()
    await save.click()
  }
}

import type { Locator, Page } from 'playwright/test'

export interface TypedServer {
  readonly host: string
  readonly port: number
  readonly security: 'SSL/TLS' | 'STARTTLS'
  readonly userName?: string
  /** For sending: a relay that wants none. */
  readonly signIn?: 'none'
}

export type ServiceName = 'Incoming (IMAP)' | 'Outgoing (SMTP)' | 'Incoming (POP3)'

export class ServersPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  card(service: ServiceName): Locator {
    return this.#page.getByRole('region', { name: service, exact: true })
  }

  /** Types a server by hand; the form may be open already. */
  async change(service: ServiceName, server: TypedServer): Promise<void> {
    const form = this.fields(service)
    const opener = this.#page.getByRole('button', { name: `Change: ${service}`, exact: true })
    const offer = this.#page.getByRole('checkbox', { name: /^Also check POP3/ })
    const onlyOffered = service === 'Incoming (POP3)' ? form.or(opener).or(offer) : form.or(opener)
    await onlyOffered.waitFor()
    if (service === 'Incoming (POP3)' && (await offer.isVisible())) await offer.click()
    if (await opener.isVisible()) await opener.click()
    await form.getByRole('textbox', { name: 'Server' }).fill(server.host)
    await form.getByRole('textbox', { name: 'Port' }).fill(String(server.port))
    await form.getByRole('radio', { name: server.security }).check()
    if (server.signIn === 'none') await this.relayBox.check()
    if (server.userName !== undefined)
      await form.getByRole('textbox', { name: 'User name' }).fill(server.userName)
    await this.apply.click()
  }

  /** The fields of one row that is being typed. */
  fields(service: ServiceName): Locator {
    return this.#page.getByRole('group', { name: `Change: ${service}` })
  }

  /** Takes every row that is open. */
  get apply(): Locator {
    return this.#page.getByRole('button', { name: /^Use (this server|these servers)$/ })
  }

  /** Pastes what a provider has sent. */
  async pasteSheet(text: string): Promise<void> {
    await this.#page.getByText('Paste what your provider sent you').click()
    await this.#page.getByRole('textbox', { name: 'Text from your provider' }).fill(text)
    await this.#page.getByRole('button', { name: 'Fill in the fields' }).click()
  }

  /** What is said about the server being typed. */
  get advice(): Locator {
    return this.#page.getByRole('alert').filter({ hasText: /./ })
  }

  async takeAdvice(host: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Use ${host}` }).click()
  }

  async keepTyped(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Keep my input' }).click()
  }

  get relayBox(): Locator {
    return this.#page.getByRole('checkbox', { name: /^No authentication/ })
  }

  /** POP3 is asked for where there is IMAP. */
  async alsoCheckPop(): Promise<void> {
    await this.card('Incoming (POP3)').getByRole('checkbox').check()
  }

  async leaveOut(service: ServiceName): Promise<void> {
    await this.card(service).getByRole('checkbox').uncheck()
  }

  get heading(): Locator {
    return this.#page.getByRole('heading', { level: 2, name: 'Settings' })
  }

  get agreement(): Locator {
    return this.#page.getByRole('button', { name: /^Use these servers/ })
  }

  /** Agrees to what stands there, where that takes a press of its own; elsewhere signing in is the agreement. */
  async confirm(): Promise<void> {
    const signIn = this.#page.getByRole('heading', {
      level: 2,
      name: /password for|^Sign in as|^Your mail program signs in/,
    })
    await this.agreement.or(signIn).first().waitFor()
    if (await this.agreement.isVisible()) await this.agreement.click()
  }
}

import { randomUUID } from 'node:crypto'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { PasswordSlot, SavedAccount } from '#shared/domain/saved-account.ts'
import { isForSameRecipients } from '#shared/domain/recipients.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import type { KnownSecrets } from '#engine/check/secrets-redactor.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { issuerId, type IssuerRef } from '#engine/oauth/authorization-server.ts'
import type { Credential } from '#engine/secret.ts'

/** What the user has agreed to. */
export interface Agreement {
  readonly address: EmailAddress
  readonly provider: Provider | null
  readonly services: readonly ConfirmedService[]
  /** Where tokens for this account come from, `null` where neither provider nor user has said so. */
  readonly issuerRef: IssuerRef | null
}

/** What has become of a credential when servers were confirmed anew; `none`: there was none. */
export type CredentialFate = 'none' | 'kept' | 'dropped'

/** One pass through the wizard, from the confirmed servers to the saved account. Lives in memory only. */
export class Setup {
  readonly id = randomUUID()
  #credential: Credential | null = null
  #grant: Grant | null = null
  /** For sending alone, where the provider wants another password there; `null`: the one of the account. */
  sendingCredential: Credential | null = null
  /** The account this setup was opened from, as long as it is tested as it was saved. */
  saved: SavedAccount | null = null
  /** Where the credential comes from; a saved one would be the same at the next try. */
  passwordFrom: 'saved' | 'typed' = 'typed'
  #agreement: Agreement
  #results: readonly EndpointResult[] = []

  constructor(agreement: Agreement) {
    this.#agreement = agreement
  }

  get credential(): Credential | null {
    return this.#credential
  }

  /** What a sign-in without a password has given; `null` where a password is used. */
  get grant(): Grant | null {
    return this.#grant
  }

  get issuerRef(): IssuerRef | null {
    return this.#agreement.issuerRef
  }

  /** Takes what was typed or kept; `null` takes it back. */
  usePassword(credential: Credential | null): void {
    this.#credential = credential
    this.#grant = null
  }

  /**
   * SECURITY: a sign-in takes minutes, a renewal seconds, and the servers may have been changed meanwhile.
   * @param services those that were confirmed when it began; what it has given is for them alone
   */
  useGrant(grant: Grant, services: readonly ConfirmedService[]): 'used' | 'left' {
    if (!isForSameRecipients(services, this.services)) return 'left'
    this.#credential = { kind: 'token', secret: grant.accessToken }
    this.#grant = grant
    return 'used'
  }

  get address(): EmailAddress {
    return this.#agreement.address
  }

  get provider(): Provider | null {
    return this.#agreement.provider
  }

  get services(): readonly ConfirmedService[] {
    return this.#agreement.services
  }

  /** Which password a service takes. */
  slotOf(protocol: Protocol): PasswordSlot {
    return protocol === 'smtp' && this.sendingCredential !== null ? 'sending' : 'account'
  }

  credentialFor(slot: PasswordSlot): Credential | null {
    return slot === 'sending' ? this.sendingCredential : this.credential
  }

  /** What its servers have been told or will be, to be taken out of everything that is said about them. */
  get secrets(): KnownSecrets {
    const { address, services, credential, sendingCredential } = this
    return { address: address.unicode, services, credential, sendingCredential }
  }

  /** The latest result of each service, as far as it was tested the way it is confirmed now. */
  get results(): readonly EndpointResult[] {
    return this.#results
  }

  /**
   * Takes a new confirmation. What was proved of services that stayed as they were stays proved.
   *
   * SECURITY: a page that was taken over can confirm any server. A credential goes to those it was given for and to no
   * others, so that a saved password, which no page has ever seen, cannot be sent for.
   */
  agreeAnew(agreement: Agreement): CredentialFate {
    const before = this.#agreement
    this.#agreement = agreement
    this.saved = null
    this.#results = this.#results.filter((result) => this.#isConfirmed(result))
    if (this.#credential === null && this.sendingCredential === null) return 'none'
    const stays =
      isForSameRecipients(before.services, agreement.services) &&
      (this.#grant === null || !isOtherIssuer(before.issuerRef, agreement.issuerRef))
    if (stays) return 'kept'
    this.usePassword(null)
    this.sendingCredential = null
    this.passwordFrom = 'typed'
    return 'dropped'
  }

  /** A test may end after the servers it was about have been changed; then its result is about nothing any more. */
  record({ endpoints }: CheckResult): void {
    const current = endpoints.filter((result) => this.#isConfirmed(result))
    const isNew = ({ endpoint }: EndpointResult) =>
      current.some((result) => result.endpoint.protocol === endpoint.protocol)
    this.#results = [...this.#results.filter((result) => !isNew(result)), ...current]
  }

  #isConfirmed({ endpoint, userName, signIn }: EndpointResult): boolean {
    return this.services.some(
      (service) =>
        sameEndpoint(service.endpoint, endpoint) &&
        service.userName === userName &&
        service.signIn === signIn,
    )
  }
}

/** Where none is named, none is named that would be another. */
function isOtherIssuer(before: IssuerRef | null, now: IssuerRef | null): boolean {
  return now !== null && (before === null || issuerId(before) !== issuerId(now))
}

/** A page needs one; a few more cover a second window. */
const MOST = 8

/** The setups under way. The oldest is forgotten when there are too many, its credential with it. */
export class Setups {
  readonly #setups = new Map<string, Setup>()
  readonly #most: number

  constructor(most: number = MOST) {
    this.#most = most
  }

  /** A setup of its own, with no credential. */
  begin(agreement: Agreement): Setup {
    const setup = new Setup(agreement)
    this.#setups.set(setup.id, setup)
    const [oldest] = this.#setups.keys()
    if (this.#setups.size > this.#most && oldest !== undefined) this.#setups.delete(oldest)
    return setup
  }

  /** @param previousId a setup of the same address to go on with; any other is left alone */
  agree(
    agreement: Agreement,
    previousId: string | null,
  ): { readonly setup: Setup; readonly credential: CredentialFate } {
    const previous = previousId === null ? null : this.find(previousId)
    return previous !== null && previous.address.ascii === agreement.address.ascii
      ? { setup: previous, credential: previous.agreeAnew(agreement) }
      : { setup: this.begin(agreement), credential: 'none' }
  }

  find(id: string): Setup | null {
    return this.#setups.get(id) ?? null
  }

  close(id: string): void {
    this.#setups.delete(id)
  }

  closeAll(): void {
    this.#setups.clear()
  }
}

import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { PasswordSlot, SavedAccount, SavedOAuth } from '#shared/domain/saved-account.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** One service as a mail program is told about it. */
export interface FinishedService {
  readonly endpoint: ServerEndpoint
  /** Empty where the service has no sign-in. */
  readonly userName: string
  readonly signIn: 'password' | 'token' | 'none'
  readonly slot: PasswordSlot
  /** Whether the user accepted a certificate that no authority vouches for: the other program will refuse it. */
  readonly certificate: 'trusted' | 'accepted-by-user'
}

/** What is handed to a mail program: confirmed services, and nothing secret. */
export interface FinishedSetup {
  readonly address: EmailAddress
  /** At most one of each protocol. */
  readonly services: readonly FinishedService[]
  /** Who gives out the tokens; `null` where passwords are used. The client ID may be empty. */
  readonly oauth: SavedOAuth | null
}

export function finishedSetup(
  account: Pick<SavedAccount, 'services' | 'oauth'>,
  address: EmailAddress,
): FinishedSetup {
  return {
    address,
    oauth: account.oauth,
    services: account.services.map(({ endpoint, userName, signIn, slot, pin }) => ({
      endpoint,
      userName,
      signIn: signIn === 'none' ? 'none' : account.oauth === null ? 'password' : 'token',
      slot,
      certificate: pin === null ? 'trusted' : 'accepted-by-user',
    })),
  }
}

export function serviceFor({ services }: FinishedSetup, protocol: Protocol): FinishedService | null {
  return services.find(({ endpoint }) => endpoint.protocol === protocol) ?? null
}

/** The service that a program with one incoming server is given: IMAP keeps the mail where every device sees it. */
export function incomingOf(setup: FinishedSetup): FinishedService | null {
  return serviceFor(setup, 'imap') ?? serviceFor(setup, 'pop3')
}

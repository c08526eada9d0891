import {
  incomingOf,
  serviceFor,
  type FinishedService,
  type FinishedSetup,
} from '#shared/domain/finished-setup.ts'
import type { ExportFormatName, GuideName } from '#shared/domain/program-names.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

/**
 * What a format cannot carry, each with words of its own.
 * - `tokens`: a sign-in without a password. `tokens-only`: the program is of use for nothing else.
 * - `tokens-elsewhere`: one at a server that the program does not know.
 * - `starttls`: the program has none, or goes on without it where the server does not offer it.
 * - `starttls-by-port`: the format says "encrypted", and the program decides by the port how.
 * - `no-incoming`, `no-smtp`: the format needs one. `receives-only`, `sends-only`: the program does no more.
 * - `pop3-left-out`: both are there, and the program takes one.
 * - `two-passwords`: sending has a password of its own, and the program asks for one only.
 * - `accepted-certificate`: the user's exception stays here.
 * - `preset`: it adds a provider to choose and no account. `preset-user-name`: the user has to correct the user name there.
 * - `old-format`: last revised for Outlook 2010; newer versions of classic Outlook read it with gaps.
 * - `client-id`: the user has to bring one. `password-command`: the program takes the password from a command.
 */
export const EXPORT_LIMIT_KINDS = [
  'tokens',
  'tokens-only',
  'tokens-elsewhere',
  'starttls',
  'starttls-by-port',
  'no-incoming',
  'no-imap',
  'no-smtp',
  'receives-only',
  'sends-only',
  'pop3-left-out',
  'two-passwords',
  'accepted-certificate',
  'unencrypted',
  'no-document-path',
  'preset',
  'preset-user-name',
  'old-format',
  'client-id',
  'password-command',
] as const

export type ExportLimitKind = (typeof EXPORT_LIMIT_KINDS)[number]

export interface ExportLimit {
  readonly kind: ExportLimitKind
  /** `blocks`: nothing is made, because it could not work or would not be safe. */
  readonly weight: 'blocks' | 'narrows'
  readonly better: BetterChoice | null
}

export type BetterChoice = { readonly format: ExportFormatName } | { readonly guide: GuideName }

export const blocks = (kind: ExportLimitKind, better: BetterChoice | null = null): ExportLimit => ({
  kind,
  weight: 'blocks',
  better,
})

export const narrows = (kind: ExportLimitKind, better: BetterChoice | null = null): ExportLimit => ({
  kind,
  weight: 'narrows',
  better,
})

type Limits = readonly ExportLimit[]

export function when(applies: unknown, limit: ExportLimit): Limits {
  return applies === true ? [limit] : []
}

/** For a program with both directions: an incoming and an outgoing server. */
export function needsBoth(setup: FinishedSetup, better: BetterChoice | null = null): Limits {
  return [
    ...when(incomingOf(setup) === null, blocks('no-incoming', better)),
    ...when(serviceFor(setup, 'smtp') === null, blocks('no-smtp', better)),
  ]
}

export function needs(
  setup: FinishedSetup,
  protocol: 'imap' | 'smtp',
  better: BetterChoice | null = null,
): Limits {
  return when(serviceFor(setup, protocol) === null, blocks(`no-${protocol}`, better))
}

export function dropsPop3(setup: FinishedSetup): Limits {
  const both = serviceFor(setup, 'imap') !== null && serviceFor(setup, 'pop3') !== null
  return when(both, narrows('pop3-left-out'))
}

/** For a program that reads passwords alone. */
export function refusesTokens({ services }: FinishedSetup, better: BetterChoice): Limits {
  return when(
    services.some(({ signIn }) => signIn === 'token'),
    blocks('tokens', better),
  )
}

export function asksOnce({ services }: FinishedSetup, better: BetterChoice): Limits {
  return when(
    services.some(({ slot, signIn }) => slot === 'sending' && signIn === 'password'),
    narrows('two-passwords', better),
  )
}

/** What was the user's own decision here, and is none of the other program. */
export function warnsOfExceptions({ services }: FinishedSetup): Limits {
  return [
    ...when(
      services.some(({ certificate }) => certificate !== 'trusted'),
      narrows('accepted-certificate'),
    ),
    ...when(
      services.some(({ endpoint }) => endpoint.security === 'none'),
      narrows('unencrypted'),
    ),
  ]
}

/** A format that says "encrypted" and not how: the program takes STARTTLS at the usual ports for it alone. */
export function decidesByPort(services: readonly (FinishedService | null)[], better: BetterChoice): Limits {
  const usual: Readonly<Record<Protocol, readonly number[]>> = { smtp: [587, 25], imap: [143], pop3: [110] }
  const upgraded = services.filter((service) => service?.endpoint.security === 'starttls')
  const guessed = upgraded.some(
    (service) => service !== null && !usual[service.endpoint.protocol].includes(service.endpoint.port),
  )
  if (guessed) return [blocks('starttls', better)]
  return when(upgraded.length > 0, narrows('starttls-by-port', better))
}

import { hintsOn, type ProviderHint } from '#shared/catalogue/hints.ts'
import type { HttpsUrl, Provider } from '#shared/catalogue/provider.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { FindingHint } from '#shared/finding/finding.ts'

type Kinds = readonly ProviderHint['kind'][]

const CLOSED: Kinds = ['enable-imap-pop', 'enable-access', 'paid-plan', 'admin-decides']
const ELSEWHERE: Kinds = [
  'service-ends',
  'own-server-name',
  'data-centre',
  'other-product',
  'being-moved',
  'bridge',
  'local-program',
]

/** What people trip over at a provider, by the failure it looks like from outside. */
const FITTING: Readonly<Partial<Record<Code, Kinds>>> = {
  AUTH_REJECTED: [
    ...CLOSED,
    'separate-password',
    'authorization-code',
    'api-key',
    'app-password-with-two-step',
    'app-password-possible',
    'primary-address',
    'user-name-is-local-part',
    'data-centre',
    'other-product',
    'being-moved',
    'browser-sign-in-only',
    'sign-in-ends',
    'service-ends',
  ],
  AUTH_APP_PASSWORD: ['app-password-known-browser', 'app-password-revoked', 'supported-programs', ...CLOSED],
  AUTH_PROTOCOL_DISABLED: CLOSED,
  AUTH_BASIC_DISABLED: ['admin-decides'],
  AUTH_SUSPENDED: ['paid-plan', 'admin-decides'],
  NET_DNS_NONE: ELSEWHERE,
  NET_REFUSED: ELSEWHERE,
  NET_TIMEOUT: ['service-ends'],
  TLS_NAME: ELSEWHERE,
  TLS_OLD: ['old-tls-ends'],
  TLS_HANDSHAKE: ['old-tls-ends'],
  SEND_AS_DENIED: ['verified-sender', 'primary-address'],
  SEND_RELAY_DENIED: ['internal-recipients'],
  SEND_RECIPIENT_RESTRICTED: ['internal-recipients'],
  SEND_BLOCKED: ['internal-recipients'],
}

/** A switch for one service is no reason at another. */
const OF_ONE_SERVICE: Readonly<Partial<Record<ProviderHint['kind'], Protocol>>> = {
  'enable-smtp': 'smtp',
  'enable-pop': 'pop3',
}

/** The hints that fit a failure on a day (`2026-11-20`), in the order of the catalogue. */
export function hintsFor(
  code: Code,
  {
    date,
    protocol,
    provider,
  }: { readonly date: string; readonly protocol: Protocol } & {
    readonly provider: Provider | null
  },
): readonly FindingHint[] {
  if (provider === null) return []
  const fitting = FITTING[code] ?? []
  const fits = ({ kind }: ProviderHint) => {
    const service = OF_ONE_SERVICE[kind]
    return service === undefined ? fitting.includes(kind) : code.startsWith('AUTH_') && service === protocol
  }
  return hintsOn(date, provider, protocol)
    .filter(fits)
    .map(({ when: _, ...hint }) => hint)
}

/** The page of a provider on how to enable mail programs, or else its help on them. */
export function letInPage(provider: Provider | null): HttpsUrl | null {
  return provider?.pages.enable ?? provider?.pages.help ?? null
}

import type { Hint, HintKind, HttpsUrl, Provider } from '#shared/catalogue/provider.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { FindingHint } from '#shared/finding/finding.ts'

const CLOSED: readonly HintKind[] = ['enable-imap-pop', 'enable-access', 'paid-plan', 'admin-decides']
const ELSEWHERE: readonly HintKind[] = [
  'own-server-name',
  'data-centre',
  'other-product',
  'being-moved',
  'bridge',
]

/** What people trip over at a provider, by the failure it looks like from outside. */
const FITTING: Readonly<Partial<Record<Code, readonly HintKind[]>>> = {
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
  ],
  AUTH_APP_PASSWORD: ['app-password-known-browser', 'app-password-revoked', ...CLOSED],
  AUTH_PROTOCOL_DISABLED: CLOSED,
  AUTH_BASIC_DISABLED: ['admin-decides'],
  AUTH_SUSPENDED: ['paid-plan', 'admin-decides'],
  NET_DNS_NONE: ELSEWHERE,
  NET_REFUSED: ELSEWHERE,
  TLS_NAME: ELSEWHERE,
  SEND_AS_DENIED: ['verified-sender', 'primary-address'],
}

/** The hints that fit a failure, in the order of the catalogue; a switch for sending is no reason elsewhere. */
export function hintsFor(code: Code, protocol: Protocol, provider: Provider | null): readonly FindingHint[] {
  const fitting = FITTING[code] ?? []
  const isAboutSending = code.startsWith('AUTH_') && protocol === 'smtp'
  const fits = ({ kind }: Hint) => fitting.includes(kind) || (kind === 'enable-smtp' && isAboutSending)
  return (provider?.hints ?? []).filter(fits).map(({ kind, url }) => ({ kind, url: url ?? null }))
}

/** The page of a provider on how to enable mail programs, or else its help on them. */
export function letInPage(provider: Provider | null): HttpsUrl | null {
  return provider?.pages.enable ?? provider?.pages.help ?? null
}

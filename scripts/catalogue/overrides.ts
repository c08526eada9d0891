import type { Provider } from '../../shared/catalogue/provider.ts'
import type { Protocol } from '../../shared/domain/protocol.ts'
import { parseEndpoint } from '../../shared/domain/server-endpoint.ts'
import type { ImportedServer } from '../../shared/imported/record.ts'

/**
 * Why an entry of the catalogue does not offer a server that a collection has for one of its domains.
 * `closed`: no mail program can connect there. `implicit-tls`: the same host is offered with TLS from the first byte,
 * which RFC 8314 prefers. `retired`: the entry lists it as gone. Every other reason stands in `OVERRIDES`.
 */
export type OverrideReason = 'closed' | 'implicit-tls' | 'retired' | (typeof OVERRIDES)[number]['why']

/** Judgements, one for each value; one that no collection has any more is to be removed. */
export const OVERRIDES = [
  { provider: 'aol', server: 'smtp smtp.verizon.net:465:tls', why: 'moved-to-the-hosts-of-aol' },
  { provider: 'bol', server: 'smtp smtp.bol.com.br:587:starttls', why: 'older-name-of-the-host' },
  { provider: 'cox', server: 'imap export.imap.mail.yahoo.com:993:tls', why: 'for-very-large-mailboxes' },
  { provider: 'daum', server: 'imap imap.hanmail.net:993:tls', why: 'older-name-of-the-host' },
  { provider: 'daum', server: 'smtp smtp.hanmail.net:465:tls', why: 'older-name-of-the-host' },
  { provider: 'gmx-com', server: 'imap imap.gmx.net:993:tls', why: 'host-of-the-german-service' },
  { provider: 'gmx-com', server: 'smtp smtp.gmx.com:587:starttls', why: 'older-name-of-the-host' },
  { provider: 'gmx-com', server: 'smtp mail.gmx.net:465:tls', why: 'host-of-the-german-service' },
  { provider: 'gmx-com', server: 'smtp mail.gmx.net:587:starttls', why: 'host-of-the-german-service' },
  { provider: 'gmx-net', server: 'smtp mail.gmx.com:587:starttls', why: 'host-of-the-international-service' },
  {
    provider: 'proton',
    server: 'smtp smtp.protonmail.ch:587:starttls',
    why: 'sends-with-a-token-of-an-organisation-only',
  },
  { provider: 'zoho-com', server: 'imap imap.zoho.eu:993:tls', why: 'other-data-centre' },
  { provider: 'zoho-com', server: 'smtp smtp.zoho.eu:465:tls', why: 'other-data-centre' },
] as const

/** The reason, `null` where there is none: then entry and collection contradict each other. */
export function whyOverridden(provider: Provider, { protocol, text }: ImportedServer): OverrideReason | null {
  if (provider.kind === 'closed') return 'closed'
  const own = OVERRIDES.find(
    (override) => override.provider === provider.id && override.server === `${protocol} ${text}`,
  )
  if (own !== undefined) return own.why
  const [host = '', port = '', security = ''] = text.split(':')
  if (provider.retiredHosts.includes(host) || provider.retiredHosts.includes(`${host}:${port}`))
    return 'retired'
  return security === 'starttls' && offersImplicitTls(provider, protocol, host) ? 'implicit-tls' : null
}

function offersImplicitTls(provider: Provider, protocol: Protocol, host: string): boolean {
  return provider.servers[protocol].some((text) => {
    const endpoint = parseEndpoint(protocol, text)
    return endpoint.ok && endpoint.value.host === host && endpoint.value.security === 'tls'
  })
}

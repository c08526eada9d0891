import type { EmailAddress } from '#shared/domain/email-address.ts'
import { parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

/** `late`: only when the first ones have not answered for a moment. */
export interface UsualEndpoint {
  readonly endpoint: ServerEndpoint
  readonly turn: 'first' | 'late'
}

/** Name, port and encryption, the likeliest first within each protocol; `{mx}` is the host that receives the mail. */
const USUAL: Readonly<Record<Protocol, readonly (readonly [name: string, turn: UsualEndpoint['turn']])[]>> = {
  imap: [
    ['imap.{domain}:993:tls', 'first'],
    ['mail.{domain}:993:tls', 'first'],
    ['{domain}:993:tls', 'late'],
    ['{mx}:993:tls', 'late'],
    ['imap.{domain}:143:starttls', 'late'],
    ['mail.{domain}:143:starttls', 'late'],
  ],
  pop3: [
    ['pop.{domain}:995:tls', 'first'],
    ['mail.{domain}:995:tls', 'first'],
    ['pop3.{domain}:995:tls', 'late'],
    ['pop.{domain}:110:starttls', 'late'],
  ],
  smtp: [
    ['smtp.{domain}:465:tls', 'first'],
    ['mail.{domain}:465:tls', 'first'],
    ['smtp.{domain}:587:starttls', 'first'],
    ['mail.{domain}:587:starttls', 'first'],
    ['{domain}:465:tls', 'late'],
    ['{mx}:465:tls', 'late'],
    ['{domain}:587:starttls', 'late'],
    ['{mx}:587:starttls', 'late'],
  ],
}

/**
 * Where the servers of a domain usually are. Encrypted ports alone: a server in the clear is never proposed.
 * @param mx the host that receives the mail, `null` when it is not known
 */
export function usualEndpoints(
  protocol: Protocol,
  address: EmailAddress,
  mx: string | null,
): readonly UsualEndpoint[] {
  const endpoints = USUAL[protocol].flatMap(([name, turn]): readonly UsualEndpoint[] => {
    if (mx === null && name.includes('{mx}')) return []
    const text = name.replace('{domain}', address.domain.ascii).replace('{mx}', mx ?? '')
    const endpoint = parseEndpoint(protocol, text)
    return endpoint.ok ? [{ endpoint: endpoint.value, turn }] : []
  })
  // The host that receives the mail is often one of the usual names.
  return endpoints.filter(
    ({ endpoint: { host, port } }, index) =>
      endpoints.findIndex(({ endpoint }) => endpoint.host === host && endpoint.port === port) === index,
  )
}

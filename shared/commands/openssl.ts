import type { CommandSubject } from '#shared/commands/command-subject.ts'
import { shellCommand, type CommandPart } from '#shared/commands/shell-command.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { formatHost, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/**
 * The same encrypted connection with OpenSSL 1.1.1 or later: it shows the certificates, ends where the name is not
 * proved, and leaves the user to type the rest. `null` where nothing is encrypted.
 */
export function opensslCommand({ endpoint, family, ehloName }: CommandSubject): string | null {
  const { protocol, host, port, security } = endpoint
  if (security === 'none') return null
  return shellCommand(
    [
      'openssl',
      's_client',
      ['-connect', `${formatHost(host)}:${port}`],
      ...identityOf(endpoint),
      '-verify_return_error',
      ...(security === 'starttls' ? [['-starttls', protocol] as const] : []),
      ...(security === 'starttls' && protocol === 'smtp' && ehloName !== null
        ? [['-name', ehloName] as const]
        : []),
      ...(family === null ? [] : [`-${family}`]),
      '-crlf',
      // Without it a line that begins with R, such as RCPT, would renegotiate, and one with Q would end it.
      '-nocommands',
    ],
    'apart',
  )
}

/** An address is no name for SNI (RFC 6066 section 3), and is compared with the addresses of the certificate. */
function identityOf({ host }: ServerEndpoint): readonly CommandPart[] {
  if (isIpv4(host) || isIpv6(host)) return ['-noservername', ['-verify_ip', host]]
  return [
    ['-servername', host],
    ['-verify_hostname', host],
  ]
}

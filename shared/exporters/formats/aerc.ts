import { serviceFor, type FinishedService } from '#shared/domain/finished-setup.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, refusesTokens, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hashComments, isPlain, lines, percentEncoded } from '#shared/exporters/quoting.ts'
import { passwordCommand } from '#shared/exporters/password-command.ts'

/**
 * `accounts.conf` of aerc. It has no question for the password: a command gets it, which aerc hands to a shell. So user
 * names are plain ones, or refused.
 */
export const aerc: ExportFormat = {
  name: 'aerc',
  program: 'aerc',
  fileName: 'accounts.conf',
  limits: (setup) => [
    ...needs(setup, 'imap'),
    ...needs(setup, 'smtp'),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    narrows('password-command'),
    ...warnsOfExceptions(setup),
  ],
  carries: isPlain,
  write: (setup, { notes }) => {
    const imap = serviceFor(setup, 'imap')
    const smtp = serviceFor(setup, 'smtp')
    if (imap === null || smtp === null) throw new Error('a limit has blocked this')
    return lines(
      hashComments(notes),
      `[${setup.address.ascii}]`,
      `from = <${setup.address.ascii}>`,
      `source = ${url(imap)}`,
      `source-cred-cmd = ${passwordCommand(imap).join(' ')}`,
      `outgoing = ${url(smtp)}`,
      // Until 0.14 `smtp` alone means no encryption; later it means STARTTLS, and this line is no longer needed.
      smtp.endpoint.security === 'starttls' ? 'smtp-starttls = yes' : null,
      smtp.signIn === 'none' ? null : `outgoing-cred-cmd = ${passwordCommand(smtp).join(' ')}`,
      'default = INBOX',
      'copy-to = Sent',
    )
  },
}

function url(service: FinishedService): string {
  const { endpoint, userName, signIn } = service
  const user = signIn === 'none' ? '' : `${percentEncoded(userName)}@`
  return `${scheme(service)}://${user}${formatHost(endpoint.host)}:${endpoint.port}`
}

function scheme({ endpoint, signIn }: FinishedService): string {
  if (endpoint.protocol === 'smtp') {
    // Until 0.14 no encryption was `smtp` alone, which means STARTTLS since; those versions say that they do not know this.
    const base = { tls: 'smtps', starttls: 'smtp', none: 'smtp+insecure' }[endpoint.security]
    return signIn === 'none' ? `${base}+none` : base
  }
  const schemes = { tls: 'imaps', starttls: 'imap', none: 'imap+insecure' } as const
  return schemes[endpoint.security]
}

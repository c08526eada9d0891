import { incomingOf } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import {
  blocks,
  dropsPop3,
  narrows,
  refusesTokens,
  warnsOfExceptions,
  when,
} from '#shared/exporters/limits.ts'
import { hashComments, isPlain, lines } from '#shared/exporters/quoting.ts'

/** The authorities as Debian and most others keep them. */
export const DEBIAN_AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt'

/** `~/.config/getmail/getmailrc` of getmail 6. It asks for the password. Mail is fetched and stays on the server. */
export const getmail: ExportFormat = {
  name: 'getmail',
  program: 'getmail',
  fileName: 'getmailrc',
  limits: (setup) => [
    ...when(incomingOf(setup) === null, blocks('no-incoming', { format: 'msmtp' })),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    ...when(incomingOf(setup)?.endpoint.security === 'starttls', blocks('starttls', { format: 'fetchmail' })),
    ...dropsPop3(setup),
    narrows('receives-only', { format: 'msmtp' }),
    ...warnsOfExceptions(setup),
  ],
  // SECURITY: it sends the user name without quotes, so that a blank in it would begin another argument (RFC 9051).
  carries: isPlain,
  write: (setup, { notes }) => {
    const incoming = incomingOf(setup)
    if (incoming === null) throw new Error('a limit has blocked this')
    const { protocol, host, port, security } = incoming.endpoint
    const isEncrypted = security !== 'none'
    return lines(
      hashComments(notes),
      '[retriever]',
      `type = Simple${protocol === 'imap' ? 'IMAP' : 'POP3'}${isEncrypted ? 'SSL' : ''}Retriever`,
      `server = ${host}`,
      `port = ${port}`,
      `username = ${incoming.userName}`,
      // SECURITY: without the authorities it verifies no certificate.
      isEncrypted ? `ca_certs = ${DEBIAN_AUTHORITIES}` : null,
      '',
      '[destination]',
      'type = Maildir',
      'path = ~/Maildir/',
      '',
      '[options]',
      'read_all = false',
      'delete = false',
    )
  },
}

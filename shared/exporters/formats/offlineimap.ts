import { serviceFor } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { blocks, narrows, needs, refusesTokens, warnsOfExceptions, when } from '#shared/exporters/limits.ts'
import { hasFirmEnds, hashComments, lines } from '#shared/exporters/quoting.ts'

/** `~/.offlineimaprc` of OfflineIMAP 8 (offlineimap3). It asks for the password, or takes it from `~/.netrc`. */
export const offlineimap: ExportFormat = {
  name: 'offlineimap',
  program: 'OfflineIMAP',
  fileName: '.offlineimaprc',
  limits: (setup) => [
    ...needs(setup, 'imap', { format: 'getmail' }),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    // SECURITY: it goes on in clear where the server does not offer STARTTLS, with the password.
    ...when(
      serviceFor(setup, 'imap')?.endpoint.security === 'starttls',
      blocks('starttls', { format: 'mbsync' }),
    ),
    narrows('receives-only', { format: 'msmtp' }),
    ...warnsOfExceptions(setup),
  ],
  carries: hasFirmEnds,
  write: (setup, { notes }) => {
    const imap = serviceFor(setup, 'imap')
    if (imap === null) throw new Error('a limit has blocked this')
    const isEncrypted = imap.endpoint.security !== 'none'
    return lines(
      hashComments(notes),
      ['[general]', 'accounts = mail', ''],
      ['[Account mail]', 'localrepository = mail-local', 'remoterepository = mail-remote', ''],
      ['[Repository mail-local]', 'type = Maildir', 'localfolders = ~/Maildir', ''],
      ['[Repository mail-remote]', 'type = IMAP'],
      `remotehost = ${imap.endpoint.host}`,
      `remoteport = ${imap.endpoint.port}`,
      // A percent sign begins the name of another option.
      `remoteuser = ${imap.userName.replaceAll('%', '%%')}`,
      `ssl = ${isEncrypted ? 'yes' : 'no'}`,
      'starttls = no',
      // SECURITY: without the authorities it verifies no certificate.
      isEncrypted ? 'sslcacertfile = OS-DEFAULT' : null,
    )
  },
}

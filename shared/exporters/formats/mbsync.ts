import { serviceFor } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, refusesTokens, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { backslashQuoted, hashComments, lines } from '#shared/exporters/quoting.ts'

const SSL_TYPES = { tls: 'IMAPS', starttls: 'STARTTLS', none: 'None' } as const

/** `~/.mbsyncrc` of isync, from 1.3 on. mbsync asks for the password. Nothing is deleted on either side. */
export const mbsync: ExportFormat = {
  name: 'mbsync',
  program: 'isync (mbsync)',
  fileName: '.mbsyncrc',
  limits: (setup) => [
    ...needs(setup, 'imap', { format: 'getmail' }),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    narrows('receives-only', { format: 'msmtp' }),
    ...warnsOfExceptions(setup),
  ],
  carries: (value) => value !== '',
  write: (setup, { notes }) => {
    const imap = serviceFor(setup, 'imap')
    if (imap === null) throw new Error('a limit has blocked this')
    const { host, port, security } = imap.endpoint
    return lines(
      hashComments(notes),
      'IMAPAccount mail',
      `Host ${backslashQuoted(host)}`,
      `Port ${port}`,
      `User ${backslashQuoted(imap.userName)}`,
      // SECURITY: STARTTLS is required, not used where it is offered.
      `SSLType ${SSL_TYPES[security]}`,
      '',
      'IMAPStore mail-remote',
      'Account mail',
      '',
      'MaildirStore mail-local',
      'Path ~/Maildir/',
      'Inbox ~/Maildir/INBOX',
      'SubFolders Verbatim',
      '',
      'Channel mail',
      'Far :mail-remote:',
      'Near :mail-local:',
      'Patterns *',
      'Create Near',
      'Expunge None',
      'SyncState *',
    )
  },
}

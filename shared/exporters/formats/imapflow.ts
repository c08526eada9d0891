import { serviceFor } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, warnsOfExceptions } from '#shared/exporters/limits.ts'

/** The options of ImapFlow. The program adds `auth.pass` or `auth.accessToken`. */
export const imapflow: ExportFormat = {
  name: 'imapflow',
  program: 'ImapFlow',
  fileName: 'imapflow.json',
  limits: (setup) => [
    ...needs(setup, 'imap'),
    narrows('receives-only', { format: 'nodemailer' }),
    ...warnsOfExceptions(setup),
  ],
  carries: () => true,
  write: (setup) => {
    const imap = serviceFor(setup, 'imap')
    if (imap === null) throw new Error('a limit has blocked this')
    const { host, port, security } = imap.endpoint
    // SECURITY: `true` makes STARTTLS required; left out, it is used only where it is offered.
    const upgrade = security === 'starttls' ? { doSTARTTLS: true } : {}
    const options = { host, port, secure: security === 'tls', ...upgrade, auth: { user: imap.userName } }
    return `${JSON.stringify(options, null, 2)}\n`
  },
}

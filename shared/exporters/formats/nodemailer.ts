import { serviceFor } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, warnsOfExceptions } from '#shared/exporters/limits.ts'

/** The options of Nodemailer's SMTP transport. The program adds `auth.pass` or `auth.accessToken`. */
export const nodemailer: ExportFormat = {
  name: 'nodemailer',
  program: 'Nodemailer',
  fileName: 'nodemailer.json',
  limits: (setup) => [
    ...needs(setup, 'smtp'),
    narrows('sends-only', { format: 'imapflow' }),
    ...warnsOfExceptions(setup),
  ],
  carries: () => true,
  write: (setup) => {
    const smtp = serviceFor(setup, 'smtp')
    if (smtp === null) throw new Error('a limit has blocked this')
    const { host, port, security } = smtp.endpoint
    const auth =
      smtp.signIn === 'none'
        ? {}
        : { auth: { user: smtp.userName, ...(smtp.signIn === 'token' ? { type: 'OAuth2' } : {}) } }
    // SECURITY: without `requireTLS` STARTTLS is used only where it is offered.
    const options = { host, port, secure: security === 'tls', requireTLS: security === 'starttls', ...auth }
    return `${JSON.stringify(options, null, 2)}\n`
  },
}

import { serviceFor } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, refusesTokens, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hasFirmEnds, hashComments, lines } from '#shared/exporters/quoting.ts'

/** `~/.msmtprc`. msmtp asks for the password, or takes it from the keychain or `~/.netrc` by itself. */
export const msmtp: ExportFormat = {
  name: 'msmtp',
  program: 'msmtp',
  fileName: '.msmtprc',
  limits: (setup) => [
    ...needs(setup, 'smtp'),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    narrows('sends-only', { format: 'mbsync' }),
    ...warnsOfExceptions(setup),
  ],
  // It replaces %U, %H and others in `from`, and knows no way to write a percent sign there.
  carries: (value, kind) => hasFirmEnds(value) && (kind === 'user-name' || !value.includes('%')),
  write: (setup, { notes }) => {
    const smtp = serviceFor(setup, 'smtp')
    if (smtp === null) throw new Error('a limit has blocked this')
    const { endpoint, userName, signIn } = smtp
    return lines(
      hashComments(notes),
      'defaults',
      `tls ${endpoint.security === 'none' ? 'off' : 'on'}`,
      `tls_starttls ${endpoint.security === 'starttls' ? 'on' : 'off'}`,
      '',
      'account default',
      `host ${endpoint.host}`,
      `port ${endpoint.port}`,
      `from ${quoted(setup.address.ascii)}`,
      signIn === 'none' ? 'auth off' : ['auth on', `user ${quoted(userName)}`],
    )
  },
}

/** msmtp takes off one pair of quotes and leaves whatever is between them as it is. */
function quoted(value: string): string {
  return `"${value}"`
}

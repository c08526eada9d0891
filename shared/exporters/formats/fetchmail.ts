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
import { hashComments, lines } from '#shared/exporters/quoting.ts'

/** `~/.fetchmailrc` of fetchmail 6.4. It asks for the password, or takes it from `~/.netrc`. Mail stays on the server. */
export const fetchmail: ExportFormat = {
  name: 'fetchmail',
  program: 'fetchmail',
  fileName: '.fetchmailrc',
  limits: (setup) => [
    ...when(incomingOf(setup) === null, blocks('no-incoming', { format: 'msmtp' })),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    ...dropsPop3(setup),
    narrows('receives-only', { format: 'msmtp' }),
    ...warnsOfExceptions(setup),
  ],
  carries: (value) => value !== '',
  write: (setup, { notes }) => {
    const incoming = incomingOf(setup)
    if (incoming === null) throw new Error('a limit has blocked this')
    const { protocol, host, port, security } = incoming.endpoint
    return lines(
      hashComments(notes),
      `poll ${quoted(host)} protocol ${protocol} service ${port}`,
      `  user ${quoted(incoming.userName)}`,
      security === 'tls' ? '  ssl' : null,
      // SECURITY: without `ssl` this is what makes STARTTLS required.
      security === 'none' ? `  sslproto ''` : `  sslproto 'TLS1.2+' sslcertck`,
      '  keep',
    )
  },
}

/** Its reader ends a text at the first quote, escaped or not, and knows the escapes of C: two digits after `x`. */
function quoted(value: string): string {
  return `"${value.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\x22`)}"`
}

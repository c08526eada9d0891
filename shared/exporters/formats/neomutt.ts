import { serviceFor, type FinishedService, type FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { Security } from '#shared/domain/protocol.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { blocks, needs, refusesTokens, warnsOfExceptions, when } from '#shared/exporters/limits.ts'
import { hasFirmEnds, hashComments, lines, percentEncoded, shellQuoted } from '#shared/exporters/quoting.ts'

/** A file for `source` in neomuttrc. NeoMutt asks for the password. Everything is in quotes that expand nothing. */
export const neomutt: ExportFormat = {
  name: 'neomutt',
  program: 'NeoMutt',
  fileName: 'neomuttrc',
  limits: (setup) => [
    ...needs(setup, 'imap'),
    ...needs(setup, 'smtp'),
    ...refusesTokens(setup, { format: 'email-oauth2-proxy' }),
    // SECURITY: both servers have one setting for STARTTLS.
    ...when(
      hasSecurity(setup, 'none') && hasSecurity(setup, 'starttls'),
      blocks('starttls', { format: 'msmtp' }),
    ),
    ...warnsOfExceptions(setup),
  ],
  carries: hasFirmEnds,
  write: (setup, { notes }) => {
    const imap = serviceFor(setup, 'imap')
    const smtp = serviceFor(setup, 'smtp')
    if (imap === null || smtp === null) throw new Error('a limit has blocked this')
    const isPlain = hasSecurity(setup, 'none')
    return lines(
      hashComments(notes),
      `set from = ${shellQuoted(setup.address.ascii)}`,
      // SECURITY: without it STARTTLS is used only where it is offered. It is on by itself since 2020, and would keep
      // NeoMutt from a server that has no encryption.
      `set ssl_force_tls = ${isPlain ? 'no' : 'yes'}`,
      `set ssl_starttls = ${isPlain ? 'no' : 'yes'}`,
      'set ssl_verify_host = yes',
      `set imap_user = ${shellQuoted(imap.userName)}`,
      `set folder = ${shellQuoted(`${url(imap)}/`)}`,
      `set spoolfile = '+INBOX'`,
      `set smtp_url = ${shellQuoted(url(smtp))}`,
    )
  },
}

function hasSecurity({ services }: FinishedSetup, security: Security): boolean {
  return services.some(({ endpoint }) => endpoint.protocol !== 'pop3' && endpoint.security === security)
}

function url({ endpoint, userName, signIn }: FinishedService): string {
  const scheme = `${endpoint.protocol}${endpoint.security === 'tls' ? 's' : ''}`
  // The user of IMAP has a variable of its own.
  const user = endpoint.protocol === 'smtp' && signIn !== 'none' ? `${percentEncoded(userName)}@` : ''
  return `${scheme}://${user}${formatHost(endpoint.host)}:${endpoint.port}`
}

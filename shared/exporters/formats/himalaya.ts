import { serviceFor, type FinishedService } from '#shared/domain/finished-setup.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, warnsOfExceptions, when } from '#shared/exporters/limits.ts'
import { hasFirmEnds, hashComments, lines } from '#shared/exporters/quoting.ts'
import { passwordCommand } from '#shared/exporters/password-command.ts'

/** `config.toml` of himalaya 2. It runs a command for the password or the token, as a list and without a shell. */
export const himalaya: ExportFormat = {
  name: 'himalaya',
  program: 'himalaya',
  fileName: 'config.toml',
  limits: (setup) => [
    ...needs(setup, 'imap'),
    ...needs(setup, 'smtp'),
    narrows('password-command'),
    ...when(setup.oauth !== null, narrows('client-id')),
    ...warnsOfExceptions(setup),
  ],
  // The command would take a user name that begins so for an option.
  carries: (value) => hasFirmEnds(value) && !value.startsWith('-'),
  write: (setup, { notes }) =>
    lines(
      hashComments(notes),
      '[accounts.mail]',
      'default = true',
      ['imap', 'smtp'].flatMap((protocol) => {
        const service = serviceFor(setup, protocol === 'imap' ? 'imap' : 'smtp')
        return service === null ? [] : backend(service, setup.address.ascii)
      }),
    ),
}

function backend(service: FinishedService, address: string): readonly string[] {
  const { endpoint, userName, signIn } = service
  const { protocol, host, port, security } = endpoint
  const scheme = `${protocol}${security === 'tls' ? 's' : ''}`
  const [mechanism, secret, command] =
    signIn === 'token'
      ? (['xoauth2', 'token', ['ortie', 'token', 'show', '-a', address]] as const)
      : (['plain', 'password', passwordCommand(service)] as const)
  return [
    '',
    `${protocol}.server = ${tomlString(`${scheme}://${formatHost(host)}:${port}`)}`,
    `${protocol}.starttls = ${String(security === 'starttls')}`,
    ...(signIn === 'none'
      ? []
      : [
          `${protocol}.sasl.${mechanism}.username = ${tomlString(userName)}`,
          `${protocol}.sasl.${mechanism}.${secret}.command = [${command.map(tomlString).join(', ')}]`,
        ]),
  ]
}

/** A basic string of TOML has the escapes of JSON. */
function tomlString(value: string): string {
  return JSON.stringify(value)
}

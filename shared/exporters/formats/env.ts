import type { FinishedService } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hasFirmEnds, hashComments, isPlain, lines } from '#shared/exporters/quoting.ts'

/**
 * Variables for a program: read by a shell, by `node --env-file` and by the usual libraries alike. What these do not
 * agree about (quotes in quotes) is refused; passwords are empty lines to fill in elsewhere.
 */
export const env: ExportFormat = {
  name: 'env',
  program: 'dotenv',
  fileName: '.env',
  limits: warnsOfExceptions,
  carries: (value) => hasFirmEnds(value) && !/['\\]/.test(value),
  write: (setup, { notes }) =>
    lines(
      hashComments(notes),
      `MAIL_ADDRESS=${assigned(setup.address.ascii)}`,
      setup.services.flatMap(variables),
    ),
}

function variables({ endpoint, userName, signIn }: FinishedService): readonly string[] {
  const prefix = endpoint.protocol.toUpperCase()
  return [
    `${prefix}_HOST=${assigned(endpoint.host)}`,
    `${prefix}_PORT=${endpoint.port}`,
    `${prefix}_SECURITY=${endpoint.security}`,
    ...(signIn === 'none' ? [] : [`${prefix}_USER=${assigned(userName)}`]),
    ...(signIn === 'none' ? [] : [`${prefix}_${signIn === 'token' ? 'TOKEN' : 'PASSWORD'}=`]),
  ]
}

function assigned(value: string): string {
  return isPlain(value) ? value : `'${value}'`
}

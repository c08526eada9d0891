import {
  incomingOf,
  serviceFor,
  type FinishedService,
  type FinishedSetup,
} from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { dropsPop3, needsBoth, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hasFirmEnds, isPrintableAscii } from '#shared/exporters/quoting.ts'

/** Enough for the user names that providers give out, and little enough for a code that a camera can read. */
const LONGEST_NAME = 300

/** Addresses are ASCII by that format; user names are not. */
export const androidCarries: ExportFormat['carries'] = (value, kind) =>
  kind === 'address' ? isPrintableAscii(value) : hasFirmEnds(value) && asciiJson(value).length <= LONGEST_NAME

/** What Thunderbird for Android and K-9 Mail read from a QR code, version 1 of their format. */
export const androidPayload: ExportFormat = {
  name: 'android-payload',
  program: 'Thunderbird for Android, K-9 Mail',
  fileName: 'thunderbird-android.json',
  limits: androidLimits,
  carries: androidCarries,
  write: (setup) => `${androidJson(setup)}\n`,
}

export function androidLimits(setup: FinishedSetup): ReturnType<ExportFormat['limits']> {
  return [...needsBoth(setup), ...dropsPop3(setup), ...warnsOfExceptions(setup)]
}

/** One account in one code. The name of the account and the passwords are left out: the program asks. */
export function androidJson(setup: FinishedSetup): string {
  const incoming = incomingOf(setup)
  const outgoing = serviceFor(setup, 'smtp')
  const { ascii } = setup.address
  return asciiJson([
    1,
    [1, 1],
    incoming === null ? [] : [incoming.endpoint.protocol === 'imap' ? 0 : 1, ...server(incoming)],
    [[outgoing === null ? [] : [0, ...server(outgoing)], [ascii, ascii]]],
  ])
}

const SECURITY = { none: 0, starttls: 2, tls: 3 } as const
const AUTHENTICATION = { none: 0, password: 1, token: 6 } as const

function server({ endpoint, signIn, userName }: FinishedService): readonly (string | number)[] {
  return [endpoint.host, endpoint.port, SECURITY[endpoint.security], AUTHENTICATION[signIn], userName]
}

/** Other letters by their number: a scanner has to guess the encoding of a code, and takes UTF-8 for Shift JIS. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

import { FORMATS } from '#shared/exporters/formats.ts'
import type { Invocation } from '#cli/command.ts'

/** The format that is no file: the account goes into a profile of a program on this computer. */
export const PROFILE_FORMAT = {
  name: 'thunderbird-profile',
  program: 'Thunderbird',
  fileName: 'prefs.js',
} as const

/** What `--format` takes. */
export const FORMAT_NAMES: readonly string[] = [...FORMATS, PROFILE_FORMAT].map(({ name }) => name)

export function isProfileExport({ values }: Invocation): boolean {
  return values['format'] === PROFILE_FORMAT.name
}

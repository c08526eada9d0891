import type { Invocation } from '#cli/command.ts'

/** The format that is no file: the account goes into a profile of a program on this computer. */
export const PROFILE_FORMAT = {
  name: 'thunderbird-profile',
  program: 'Thunderbird',
  fileName: 'prefs.js',
} as const

export function isProfileExport({ values }: Invocation): boolean {
  return values['format'] === PROFILE_FORMAT.name
}

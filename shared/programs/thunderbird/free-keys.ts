import type { PrefValue } from '#shared/programs/thunderbird/prefs.ts'

/** The settings of a profile by their names, as they are read. */
export type Settings = ReadonlyMap<string, PrefValue>

/** Numbers that no pref of Thunderbird's can be higher than by writing accounts. */
const DIGITS = /^(\d{1,8})(?:\.|$)/

/** The names of the four things an account consists of, none of which this profile has or names anywhere. */
export interface FreeKeys {
  readonly account: string
  readonly accountNumber: number
  readonly server: string
  readonly identity: string
  readonly smtp: string
}

export function freeKeys(settings: Settings): FreeKeys {
  const accountNumber = next(settings, 'account', ['mail.account.'], ['mail.accountmanager.accounts'])
  const last = settings.get('mail.account.lastKey')
  const number = typeof last === 'number' ? Math.max(accountNumber, last + 1) : accountNumber
  return {
    account: `account${number}`,
    accountNumber: number,
    server: `server${next(settings, 'server', ['mail.server.'], namesEnding(settings, '.server'))}`,
    identity: `id${next(settings, 'id', ['mail.identity.'], namesEnding(settings, '.identities'))}`,
    smtp: `smtp${next(settings, 'smtp', ['mail.smtpserver.'], ['mail.smtpservers', 'mail.smtp.defaultserver'])}`,
  }
}

function namesEnding(settings: Settings, ending: string): readonly string[] {
  return [...settings.keys()].filter((name) => name.startsWith('mail.account.') && name.endsWith(ending))
}

/**
 * One more than the highest number in use: in the names of settings, which may be left of an account that was removed,
 * and in the lists that name others.
 */
function next(
  settings: Settings,
  kind: string,
  prefixes: readonly string[],
  lists: readonly string[],
): number {
  const named = prefixes.flatMap((prefix) =>
    [...settings.keys()].flatMap((name) =>
      name.startsWith(prefix + kind) ? [name.slice(prefix.length + kind.length)] : [],
    ),
  )
  const listed = lists.flatMap((name) =>
    listIn(settings, name).flatMap((key) => (key.startsWith(kind) ? [key.slice(kind.length)] : [])),
  )
  return (
    [...named, ...listed].reduce(
      (highest, rest) => Math.max(highest, Number(DIGITS.exec(rest)?.[1] ?? 0)),
      0,
    ) + 1
  )
}

/** A setting that is a list with commas between. */
export function listIn(settings: Settings, name: string): readonly string[] {
  const value = settings.get(name)
  if (typeof value !== 'string') return []
  return value
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
}

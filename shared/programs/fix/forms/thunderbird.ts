import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { thunderbirdSignsInAt } from '#shared/exporters/thunderbird-sign-in.ts'
import { newUserName, type FixForm, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import type { FixProblem } from '#shared/programs/fix/fix-problem.ts'
import { lineAtEnd, type Edit } from '#shared/programs/fix/text-edit.ts'
import { thunderbirdKeys } from '#shared/programs/readers/thunderbird.ts'
import {
  prefLiteral,
  readPrefs,
  settingsOf,
  type PrefsFile,
  type PrefValue,
} from '#shared/programs/thunderbird/prefs.ts'

/** nsMsgSocketType. */
const SOCKET_TYPES = { none: 0, 'if-offered': 1, starttls: 2, tls: 3 } as const

/** The settings of one server where they stand. Its keys stay, and with them everything else that hangs on the account. */
export const fixThunderbird: FixForm = (text, fix) => {
  const file = readPrefs(text)
  if (!file.ok) return fail('FIX_FORM')
  const keys = thunderbirdKeys(settingsOf(file.value))[fix.index]
  const prefix = fix.wanted.protocol === 'smtp' ? keys?.smtp : keys?.server
  if (prefix === undefined || prefix === null) return fail('FIX_FORM')
  const method = methodOf(fix)
  if (!method.ok) return method
  const { wanted } = fix
  const isSmtp = wanted.protocol === 'smtp'
  // A host and a user name that were changed later have names of their own in older profiles.
  const first = (...names: readonly string[]) =>
    names.map((name) => `${prefix}.${name}`).find((name) => file.value.prefs.has(name)) ??
    `${prefix}.${names.at(-1)}`
  const changes: readonly (readonly [string, PrefValue | null])[] = [
    [isSmtp ? `${prefix}.hostname` : first('realhostname', 'hostname'), wanted.host],
    [`${prefix}.port`, wanted.port],
    [`${prefix}.${isSmtp ? 'try_ssl' : 'socketType'}`, SOCKET_TYPES[wanted.encryption]],
    [isSmtp ? `${prefix}.username` : first('realuserName', 'userName'), newUserName(fix)],
    [`${prefix}.authMethod`, method.value],
  ]
  return ok(changes.flatMap(([name, value]) => (value === null ? [] : [setPref(file.value, name, value)])))
}

/** Tokens only where the program knows whom to ask for one. */
function methodOf({ has, wanted }: ServiceFix): Outcome<number | null, FixProblem> {
  if (wanted.method === has.method) return ok(null)
  if (wanted.method === 'password') return ok(3)
  return wanted.method === 'oauth' && thunderbirdSignsInAt(wanted.host) ? ok(10) : fail('FIX_VALUE')
}

function setPref({ text, prefs }: PrefsFile, name: string, value: PrefValue): Edit {
  const pref = prefs.get(name)
  return pref === undefined
    ? lineAtEnd(text, `user_pref(${prefLiteral(name)}, ${prefLiteral(value)});`)
    : { start: pref.start, end: pref.end, text: prefLiteral(value) }
}

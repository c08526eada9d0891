import { fail, ok } from '#shared/outcome.ts'
import { fixedUrl } from '#shared/programs/fix/fixed-url.ts'
import { newUserName, type FixForm, type ServiceFix } from '#shared/programs/fix/fix-form.ts'
import { replaceValue } from '#shared/programs/fix/keyed-section.ts'
import { lineAtEnd, type Edit } from '#shared/programs/fix/text-edit.ts'
import { defaultPort } from '#shared/programs/program-account.ts'
import { neomuttLines, type NeomuttAssignment } from '#shared/programs/readers/neomutt-assignments.ts'

/**
 * The variables that make the account. One that comes from another file is not changed here, and neither is one above a line
 * that reads another file, which may set it anew.
 */
export const fixNeomutt: FixForm = (text, fix) => {
  const lines = neomuttLines(text)
  const included = lines.findLast(({ kind }) => kind === 'include')?.start ?? -1
  const assigned = lines.filter((line) => line.kind === 'assignment')
  const find = (name: string) => assigned.findLast((line) => line.name === name)
  const { has, wanted } = fix
  if (wanted.method !== has.method && wanted.method !== 'password') return fail('FIX_VALUE')
  const server = serverOf(fix, find)
  if (server === undefined || server.start < included) return fail('FIX_ELSEWHERE')
  const url = urlOf(server.value, fix)
  if (url === null || /[$`\\]/.test(server.value)) return fail('FIX_FORM')
  const settings = variablesOf(fix, server.value, find)
  if (settings.some(([name]) => (find(name)?.start ?? Infinity) < included)) return fail('FIX_ELSEWHERE')
  return ok([
    replaceAssigned(text, server, url),
    ...settings.map(([name, value]) => setVariable(text, find(name), [name, value])),
  ])
}

type Find = (name: string) => (NeomuttAssignment & { readonly start: number }) | undefined

function serverOf({ wanted }: ServiceFix, find: Find) {
  if (wanted.protocol === 'smtp') return find('smtp_url')
  return ['folder', 'spoolfile'].map(find).find((line) => /^(?:imap|pop)s?:/.test(line?.value ?? ''))
}

function urlOf(url: string, fix: ServiceFix): string | null {
  const { wanted } = fix
  const base = { smtp: 'smtp', imap: 'imap', pop3: 'pop' }[wanted.protocol]
  const scheme = wanted.encryption === 'tls' ? `${base}s` : base
  // At SMTP it signs in where the URL has a user name; elsewhere that has a variable of its own, too.
  const isInUrl = wanted.protocol === 'smtp' || /^\w+:\/\/[^/]*@/.test(url)
  const userName = isInUrl && wanted.method !== 'none' ? newUserName(fix) : null
  const usual =
    wanted.protocol === 'smtp' && scheme === 'smtp' ? 25 : defaultPort(wanted.protocol, wanted.encryption)
  return fixedUrl(url, { scheme, host: wanted.host, port: wanted.port, userName }, usual)
}

function variablesOf(
  fix: ServiceFix,
  url: string,
  find: Find,
): readonly (readonly [name: string, value: string])[] {
  const { has, wanted } = fix
  const prefix = { smtp: 'smtp', imap: 'imap', pop3: 'pop' }[wanted.protocol]
  const name = `${prefix}_user`
  const isInUrl = wanted.protocol === 'smtp' || /^\w+:\/\/[^/]*@/.test(url)
  return [
    ...(wanted.encryption === 'starttls'
      ? ([
          ['ssl_starttls', 'yes'],
          ['ssl_force_tls', 'yes'],
        ] as const)
      : []),
    ...(wanted.certificate === 'checked' ? [['ssl_verify_host', 'yes'] as const] : []),
    ...(isInUrl && find(name) === undefined ? [] : [[name, newUserName(fix) ?? ''] as const]),
    ...(wanted.method === has.method
      ? []
      : [[`${prefix}_authenticators`, wanted.protocol === 'pop3' ? 'plain:user' : 'plain:login'] as const]),
  ].filter(([, value]) => value !== '')
}

function setVariable(
  text: string,
  line: NeomuttAssignment | undefined,
  [name, value]: readonly [string, string],
): Edit {
  if (line !== undefined && line.valueEnd > line.valueStart) return replaceAssigned(text, line, value)
  // `set noname` and `unset name` have no value to change, and a later line goes before an earlier one.
  return lineAtEnd(text, `set ${name} = ${value}`)
}

/** Pieces in several quotes become one. */
function replaceAssigned(text: string, line: NeomuttAssignment, value: string): Edit {
  const raw = text.slice(line.valueStart, line.valueEnd)
  const isOnePiece = /^'[^']*'$|^"[^"]*"$|^[^'"]*$/.test(raw)
  if (isOnePiece) return replaceValue(text, line, value)
  return { start: line.valueStart, end: line.valueEnd, text: `'${value}'` }
}

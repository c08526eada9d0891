import type { Protocol } from '#shared/domain/protocol.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type ReadNote,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { signInByOneOf } from '#shared/programs/readers/mechanism-method.ts'
import { parseSettingsUrl } from '#shared/programs/readers/settings-url.ts'
import { isNo, settingLines, shellWords } from '#shared/programs/readers/words.ts'

type Variables = Map<string, string>

/** `neomuttrc` and `muttrc`: the one account that the variables make. Other files and commands are not followed. */
export function readNeomutt(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const variables: Variables = new Map()
  const notes: ReadNote[] = []
  for (const line of settingLines(text.replaceAll(/\\\r?\n/g, ' '))) {
    const [, command = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? []
    if (command === 'source') notes.push('include')
    if (command === 'set') assign(rest, variables, notes)
    if (command === 'unset') for (const name of shellWords(rest)) variables.set(name, 'no')
  }
  const services = [incomingOf(variables), outgoingOf(variables)].filter((service) => service !== null)
  const address = addressIn(variables.get('from'))
  const account: ProgramAccount = { name: address ?? 'neomutt', address, services }
  return ok(readAccounts([account], notes))
}

/** Several on one line; `set noname` says no, and `set name` yes. */
function assign(line: string, variables: Variables, notes: ReadNote[]): void {
  for (let at = 0; at < line.length;) {
    if (/[\s;]/.test(line[at] ?? '')) {
      at += 1
      continue
    }
    if (line[at] === '#') return
    const read = assignmentAt(line, at)
    if (read === null) return
    const { name, value } = read
    if (/`/.test(value)) notes.push('command')
    if (/\$\w/.test(value)) notes.push('variable')
    else variables.set(name, value)
    at = read.end
  }
}

function assignmentAt(
  line: string,
  start: number,
): { readonly name: string; readonly value: string; readonly end: number } | null {
  const [whole = '', name = ''] = /^([a-z_]\w{0,60})\s*/i.exec(line.slice(start, start + 80)) ?? []
  if (name === '') return null
  const at = start + whole.length
  if (line[at] !== '=') {
    const [, denied] = /^no(ssl_\w+)$/.exec(name) ?? []
    return { name: denied ?? name, value: denied === undefined ? 'yes' : 'no', end: at }
  }
  const blanks = /^\s*/.exec(line.slice(at + 1, at + 100))?.[0].length ?? 0
  const { value, end } = valueAt(line, at + 1 + blanks)
  return { name, value, end }
}

/** Pieces in quotes and without, one behind the other: `'it'\''s'`. */
function valueAt(line: string, start: number): { readonly value: string; readonly end: number } {
  const parts: string[] = []
  let at = start
  while (at < line.length && !/[\s;#]/.test(line[at] ?? '')) {
    const quote = line[at]
    if (quote === "'" || quote === '"') {
      const close = line.indexOf(quote, at + 1)
      const end = close === -1 ? line.length : close
      parts.push(line.slice(at + 1, end))
      at = end + 1
    } else if (quote === '\\') {
      parts.push(line[at + 1] ?? '')
      at += 2
    } else {
      parts.push(quote ?? '')
      at += 1
    }
  }
  return { value: parts.join(''), end: at }
}

function incomingOf(variables: Variables): ProgramService | null {
  const url =
    parseSettingsUrl(variables.get('folder') ?? '') ?? parseSettingsUrl(variables.get('spoolfile') ?? '')
  const [, name = '', ends] = /^(imap|pop)(s?)$/.exec(url?.scheme ?? '') ?? []
  if (url === null || name === '') return null
  const protocol = name === 'imap' ? 'imap' : 'pop3'
  return serviceOf(protocol, ends === 's', url, variables, name)
}

function outgoingOf(variables: Variables): ProgramService | null {
  const url = parseSettingsUrl(variables.get('smtp_url') ?? '')
  if (url === null || !/^smtps?$/.test(url.scheme)) return null
  const service = serviceOf('smtp', url.scheme === 'smtps', url, variables, 'smtp')
  // It signs in where a user name is set, and only there.
  return service.userName === null ? { ...service, method: 'none' } : service
}

function serviceOf(
  protocol: Protocol,
  isTls: boolean,
  { host, port, userName }: NonNullable<ReturnType<typeof parseSettingsUrl>>,
  variables: Variables,
  prefix: string,
): ProgramService {
  const encryption = isTls ? 'tls' : upgradeOf(variables)
  return {
    protocol,
    host,
    port: portFrom(port, protocol === 'smtp' && !isTls ? 25 : defaultPort(protocol, encryption)),
    encryption,
    userName: userName ?? variables.get(`${prefix}_user`) ?? null,
    ...signInByOneOf((variables.get(`${prefix}_authenticators`) ?? '').split(':')),
    certificate: isNo(variables.get('ssl_verify_host')) ? 'unchecked' : 'checked',
  }
}

/** STARTTLS is required since 2020 unless `ssl_force_tls` says no. */
function upgradeOf(variables: Variables): ProgramEncryption {
  if (isNo(variables.get('ssl_starttls'))) return 'none'
  return isNo(variables.get('ssl_force_tls')) ? 'if-offered' : 'starttls'
}

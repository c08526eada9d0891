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
import { neomuttLines, type NeomuttAssignment } from '#shared/programs/readers/neomutt-assignments.ts'
import { isNo } from '#shared/programs/readers/words.ts'

type Variables = Map<string, string>

/** `neomuttrc` and `muttrc`: the one account that the variables make. Other files and commands are not followed. */
export function readNeomutt(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const variables: Variables = new Map()
  const notes: ReadNote[] = []
  for (const line of neomuttLines(text)) {
    if (line.kind === 'include') notes.push('include')
    else assign(line, variables, notes)
  }
  const services = [incomingOf(variables), outgoingOf(variables)].filter((service) => service !== null)
  const address = addressIn(variables.get('from'))
  const account: ProgramAccount = { name: address ?? 'neomutt', address, services }
  return ok(readAccounts([account], notes))
}

/**
 * What another variable of the file says is put in; what a command would say is not known. In a URL the password may be
 * unknown, as it is not read.
 */
function assign({ name, value }: NeomuttAssignment, variables: Variables, notes: ReadNote[]): void {
  // SECURITY: values that double each other would fill the memory.
  if (value.length > MOST_IN_A_VALUE) return
  const said = value.replaceAll(VARIABLE, (whole, of: string) => variables.get(of) ?? whole)
  const needed = said.replace(/(:\/\/[^/@:]{0,500}(?:@[^/@:]{0,500})?):[^/]{0,1000}@/, '$1@')
  if (/`/.test(needed)) notes.push('command')
  else if (/\$\w/.test(needed) || needed.length > MOST_IN_A_VALUE) notes.push('variable')
  else variables.set(name, needed)
}

const MOST_IN_A_VALUE = 1_000
const VARIABLE = /\$\{?([a-z_]\w{0,60})\}?/gi

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

/** `ssl_force_tls` is on since 2020, and goes before `ssl_starttls`. */
function upgradeOf(variables: Variables): ProgramEncryption {
  if (!isNo(variables.get('ssl_force_tls'))) return 'starttls'
  return isNo(variables.get('ssl_starttls')) ? 'none' : 'if-offered'
}

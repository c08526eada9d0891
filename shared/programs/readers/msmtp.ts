import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  MOST_ACCOUNTS,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type ReadNote,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { signInBy } from '#shared/programs/readers/mechanism-method.ts'
import { isNo, isYes, settingLines } from '#shared/programs/readers/words.ts'

type Values = Map<string, string>

/** `~/.msmtprc`: accounts begin with the defaults so far, and with those of the accounts they name. */
export function readMsmtp(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const notes: ReadNote[] = []
  const accounts = new Map<string, Values>()
  let defaults: Values = new Map()
  let current = defaults
  for (const line of settingLines(text)) {
    const [, keyword = '', rest = ''] = /^([a-z_]+)\s*=?\s*(.*)$/is.exec(line) ?? []
    const key = keyword.toLowerCase()
    if (key === 'defaults') current = defaults = new Map()
    else if (key === 'account') {
      if (accounts.size > MOST_ACCOUNTS) notes.push('beyond-bounds')
      else current = begin(rest, accounts, defaults)
    } else if (key === 'eval') notes.push('command')
    else current.set(key, bare(rest))
  }
  const found = [...accounts].flatMap(([name, values]) => accountOf(name, values) ?? [])
  return ok(readAccounts(withoutAlias(found), notes))
}

function begin(rest: string, accounts: Map<string, Values>, defaults: Values): Values {
  const [name = '', bases = ''] = rest.split(':')
  const inherited = bases.split(',', 20).flatMap((base) => [...(accounts.get(base.trim()) ?? [])])
  const values: Values = new Map([...defaults, ...inherited])
  accounts.set(name.trim(), values)
  return values
}

/** It takes off one pair of quotes and leaves whatever is between them as it is. */
function bare(text: string): string {
  return /^"(.*)"$/s.exec(text)?.[1] ?? text
}

/** `account default : work` is the account `work` once more. */
function withoutAlias(accounts: readonly ProgramAccount[]): readonly ProgramAccount[] {
  const others = new Set(accounts.filter(({ name }) => name !== 'default').map(factsOf))
  return accounts.filter((account) => account.name !== 'default' || !others.has(factsOf(account)))
}

function factsOf({ address, services }: ProgramAccount): string {
  return JSON.stringify([address, services])
}

function accountOf(name: string, values: Values): ProgramAccount | null {
  const host = values.get('host')
  if (host === undefined) return null
  const encryption = encryptionOf(values)
  return {
    name,
    address: addressIn(values.get('from')),
    services: [
      {
        protocol: 'smtp',
        host,
        port: portFrom(values.get('port'), encryption === 'tls' ? 465 : 25),
        encryption,
        userName: values.get('user') ?? null,
        ...signInOf(values.get('auth')),
        certificate: isNo(values.get('tls_certcheck')) ? 'unchecked' : 'checked',
      },
    ],
  }
}

/** A word without a value is one that says yes. */
function isOn(value: string | undefined): boolean {
  return value === '' || isYes(value)
}

function encryptionOf(values: Values): ProgramEncryption {
  if (!isOn(values.get('tls'))) return 'none'
  return isNo(values.get('tls_starttls')) ? 'tls' : 'starttls'
}

function signInOf(auth: string | undefined): Pick<ProgramService, 'method' | 'mechanism'> {
  if (auth === undefined || isNo(auth)) return { method: 'none' }
  return isOn(auth) ? { method: 'any' } : signInBy(auth)
}

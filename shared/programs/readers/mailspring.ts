import { fail, ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { fieldsOf, jsonIn, wordAt, type JsonFields } from '#shared/programs/readers/json-fields.ts'

/** The words of its own menu. */
const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  'ssl / tls': 'tls',
  starttls: 'starttls',
  none: 'none',
}

/** `config.json` of Mailspring. The passwords are in the keychain of the system. */
export function readMailspring(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const file = fieldsOf(jsonIn(text))
  if (file === null) return fail('damaged')
  const accounts = (fieldsOf(file['*']) ?? file)['accounts']
  const found = Array.isArray(accounts) ? accounts.map(fieldsOf) : []
  return ok(readAccounts(found.flatMap((account) => (account === null ? [] : accountOf(account)))))
}

function accountOf(account: JsonFields): readonly ProgramAccount[] {
  const settings = fieldsOf(account['settings'])
  if (settings === null) return []
  const address = addressIn(wordAt(account, 'emailAddress'))
  const isOAuth = /^(?:gmail|office365|outlook)$/.test(wordAt(account, 'provider') ?? '')
  const services = (['imap', 'smtp'] as const).flatMap(
    (protocol) => serviceOf(protocol, settings, isOAuth ? 'oauth' : 'any') ?? [],
  )
  return [{ name: wordAt(account, 'label') ?? address ?? 'Mailspring', address, services }]
}

function serviceOf(
  protocol: 'imap' | 'smtp',
  settings: JsonFields,
  method: 'oauth' | 'any',
): ProgramService | null {
  const of = (name: string) => wordAt(settings, `${protocol}_${name}`)
  const host = of('host')
  if (host === undefined) return null
  const encryption = ENCRYPTIONS[(of('security') ?? 'none').toLowerCase()] ?? 'none'
  return {
    protocol,
    host,
    port: portFrom(of('port'), defaultPort(protocol, encryption)),
    encryption,
    userName: of('username') ?? null,
    method: of('username') === undefined && protocol === 'smtp' ? 'none' : method,
    certificate: of('allow_insecure_ssl') === 'true' && encryption !== 'none' ? 'unchecked' : 'checked',
  }
}

import type { Protocol } from '#shared/domain/protocol.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { registryKeys, type RegistryValues } from '#shared/programs/readers/registry-export.ts'

/** The branch of accounts in a profile of Outlook 2013 and later, whatever the version. */
const ACCOUNT = /\\9375CFF0413111d3B88A00104B2A6676\\[0-9A-F]{8}$/i
/** 1 SSL/TLS, 2 STARTTLS, 3 what the server offers. */
const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  0: 'none',
  1: 'tls',
  2: 'starttls',
  3: 'if-offered',
}

/** An export of the registry with profiles of classic Outlook. */
export function readOutlookRegistry(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const keys = registryKeys(text)
  if (keys === null) return fail('damaged')
  const branches = [...keys].filter(([path]) => ACCOUNT.test(path))
  return ok(readAccounts(branches.map(([path, values]) => accountOf(path, values))))
}

function accountOf(path: string, values: RegistryValues): ProgramAccount {
  const address = addressIn(textOf(values, 'Email') ?? undefined)
  const incoming = incomingOf('imap', 'IMAP', values) ?? incomingOf('pop3', 'POP3', values)
  const outgoing = outgoingOf(incoming, values)
  return {
    name: textOf(values, 'Account Name') ?? address ?? path.slice(-8),
    address,
    services: [incoming, outgoing].filter((service) => service !== null),
  }
}

function incomingOf(protocol: Protocol, prefix: string, values: RegistryValues): ProgramService | null {
  const host = textOf(values, `${prefix} Server`)
  return host === null ? null : serviceOf(protocol, prefix, host, values)
}

/** Without a user name of its own it signs in as for incoming mail, which is what the box says. */
function outgoingOf(incoming: ProgramService | null, values: RegistryValues): ProgramService | null {
  const host = textOf(values, 'SMTP Server')
  if (host === null) return null
  const service = serviceOf('smtp', 'SMTP', host, values)
  if ((values.get('smtp use auth') ?? 0) === 0) return { ...service, userName: null, method: 'none' }
  return {
    ...service,
    userName: service.userName ?? incoming?.userName ?? null,
    method:
      service.method === 'password' && service.userName === null
        ? (incoming?.method ?? 'any')
        : service.method,
  }
}

function serviceOf(protocol: Protocol, prefix: string, host: string, values: RegistryValues): ProgramService {
  const number = (name: string) => values.get(`${prefix} ${name}`.toLowerCase())
  const encryption = ENCRYPTIONS[String(number('Secure Connection') ?? number('Use SSL') ?? 0)] ?? 'none'
  const port = number('Port')
  const otherwise = protocol === 'smtp' && encryption === 'none' ? 25 : defaultPort(protocol, encryption)
  return {
    protocol,
    host,
    port: typeof port === 'number' ? (port <= 65_535 ? port : 0) : otherwise,
    encryption,
    userName: textOf(values, `${prefix} User`) ?? textOf(values, `${prefix} User Name`),
    method: number('Use SPA') === 1 || number('Use Sicily') === 1 ? 'spa' : 'password',
    certificate: 'checked',
  }
}

function textOf(values: RegistryValues, name: string): string | null {
  const value = values.get(name.toLowerCase())
  return typeof value === 'string' && value !== '' ? value : null
}

import type { Protocol } from '#shared/domain/protocol.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { methodOf } from '#shared/programs/readers/mechanism-method.ts'
import { parseSettingsUrl } from '#shared/programs/readers/settings-url.ts'
import { bareTomlValue, tomlLines } from '#shared/programs/readers/toml-lines.ts'
import { isYes } from '#shared/programs/readers/words.ts'

type Keys = ReadonlyMap<string, string>

/** `config.toml` of himalaya, of version 2 and of version 1. Of TOML as much as such a file has: keys and one-line values. */
export function readHimalaya(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const flat = tomlLines(text).map((line) => [line.key, bareTomlValue(text, line)] as const)
  const accounts = Map.groupBy(flat, ([key]) => /^accounts\.([^.]+)\./.exec(key)?.[1] ?? '')
  return ok(
    readAccounts(
      [...accounts].flatMap(([name, pairs]) => {
        if (name === '') return []
        const keys = new Map(pairs.map(([key, value]) => [key.slice(`accounts.${name}.`.length), value]))
        const services = (['imap', 'pop3', 'smtp'] as const).flatMap(
          (protocol) => ofVersion2(protocol, keys) ?? ofVersion1(protocol, keys) ?? [],
        )
        const [user = null] = services.map(({ userName }) => userName)
        return [{ name, address: addressIn(keys.get('email') ?? user ?? undefined), services }]
      }),
    ),
  )
}

function ofVersion2(protocol: Protocol, keys: Keys): ProgramService | null {
  const url = parseSettingsUrl(keys.get(`${protocol}.server`) ?? '')
  if (url === null) return null
  const encryption: ProgramEncryption = url.scheme.endsWith('s')
    ? 'tls'
    : isYes(keys.get(`${protocol}.starttls`))
      ? 'starttls'
      : 'none'
  const named = [...keys].flatMap(([key, value]) => {
    const [, of, mechanism = ''] = /^(\w+)\.sasl\.([\w-]+)\.(?:username|authcid)$/.exec(key) ?? []
    return of === protocol ? [{ mechanism, userName: value }] : []
  })
  const [first] = named
  return {
    protocol,
    host: url.host,
    port: portFrom(url.port, defaultPort(protocol, encryption)),
    encryption,
    userName: first?.userName ?? url.userName,
    method: first === undefined ? 'none' : methodOf(first.mechanism),
    certificate: 'checked',
  }
}

const ENCRYPTIONS: Readonly<Record<string, ProgramEncryption>> = {
  tls: 'tls',
  'start-tls': 'starttls',
  none: 'none',
  true: 'tls',
  false: 'none',
}

function ofVersion1(protocol: Protocol, keys: Keys): ProgramService | null {
  const prefix = protocol === 'smtp' ? 'message.send.backend' : 'backend'
  const host = keys.get(`${prefix}.host`)
  if (host === undefined || keys.get(`${prefix}.type`) !== protocol) return null
  const encryption =
    ENCRYPTIONS[keys.get(`${prefix}.encryption.type`) ?? keys.get(`${prefix}.encryption`) ?? 'tls'] ?? 'tls'
  return {
    protocol,
    host,
    port: portFrom(keys.get(`${prefix}.port`), defaultPort(protocol, encryption)),
    encryption,
    userName: keys.get(`${prefix}.login`) ?? null,
    method: methodOf(keys.get(`${prefix}.auth.type`) ?? 'password'),
    certificate: 'checked',
  }
}

import { describe, expect, test } from 'vitest'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { addedAccount } from '#shared/programs/thunderbird/add-account.ts'
import { readPrefs, withPrefs } from '#shared/programs/thunderbird/prefs.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { exported, setupOf, tryExport } from '../../../../support/exports/exported.ts'

type Servers = Partial<Record<Protocol, string>>

const FORMATS = [
  'msmtp',
  'mbsync',
  'offlineimap',
  'neomutt',
  'aerc',
  'himalaya',
  'getmail',
  'fetchmail',
  'env',
] as const satisfies readonly (ExportFormatName & ReadableClient)[]

const SETUPS: readonly Servers[] = [
  { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:465:tls' },
  { imap: 'imap.example.test:143:starttls', smtp: 'smtp.example.test:587:starttls' },
  { imap: 'mail.example.test:9993:tls', smtp: 'mail.example.test:2525:starttls' },
  { imap: '127.0.0.1:1143:none', smtp: '127.0.0.1:1025:none' },
  { imap: 'imap.example.test:993:tls', smtp: '127.0.0.1:1025:none' },
  { pop3: 'pop.example.test:995:tls', smtp: 'smtp.example.test:465:tls' },
]
const USERS = ['anna@example.test', 'anna', 'DOM_anna']

const CASES = FORMATS.flatMap((format) =>
  SETUPS.flatMap((servers) =>
    USERS.map((userName) => [format, setupOf({ servers, userName })] as const).filter(
      ([, setup]) => tryExport(format, setup).ok,
    ),
  ),
)

function accountsIn(client: ReadableClient, text: string) {
  const read = READERS[client].read([{ name: 'settings', text }])
  if (!read.ok) throw new Error(read.error)
  expect(read.value.notes).toEqual([])
  return read.value.accounts
}

describe('what is written for a program is read back as it was', () => {
  test('in every format, by some setup', () => {
    expect([...new Set(CASES.map(([format]) => format))]).toEqual(FORMATS)
  })

  test.each(CASES)('%s %#', (format, setup) => {
    const [account, ...others] = accountsIn(format, exported(format, setup))
    expect(others).toEqual([])
    expect(account?.services.length).toBeGreaterThan(0)
    for (const { protocol, host, port, encryption, userName, method, certificate } of account?.services ??
      []) {
      const written = setup.services.find(({ endpoint }) => endpoint.protocol === protocol)
      expect({ protocol, host, port, security: encryption }).toEqual(written?.endpoint)
      expect(userName).toBe(written?.userName)
      expect(['password', 'any']).toContain(method)
      expect(certificate).toBe('checked')
    }
  })

  test.each(FORMATS.filter((format) => tryExport(format, withoutSignIn()).ok))(
    '%s without a sign-in for sending',
    (format) => {
      const services = accountsIn(format, exported(format, withoutSignIn())).flatMap((one) => one.services)
      const sends = services.find(({ protocol }) => protocol === 'smtp')
      if (sends !== undefined) expect(sends.method).toBe('none')
    },
  )
})

function withoutSignIn() {
  const setup = setupOf({ servers: SETUPS[0] ?? {} })
  return {
    ...setup,
    services: setup.services.map((service) =>
      service.endpoint.protocol === 'smtp' ? { ...service, signIn: 'none' as const, userName: '' } : service,
    ),
  }
}

describe('what is written into a profile of Thunderbird is read back', () => {
  test.each(SETUPS)('%j', (servers) => {
    const setup = setupOf({ servers })
    const empty = readPrefs('')
    const added = addedAccount(new Map(), setup)
    if (!empty.ok || !added.ok) throw new Error('no account')
    const [account] = accountsIn('thunderbird', withPrefs(empty.value, added.value))
    expect(account?.address).toBe('anna@example.test')
    expect(
      account?.services.map(({ protocol, host, port, encryption }) => ({
        protocol,
        host,
        port,
        security: encryption,
      })),
    ).toEqual(setup.services.map(({ endpoint }) => endpoint))
    expect(account?.services.map(({ method }) => method)).toEqual(['password', 'password'])
  })
})

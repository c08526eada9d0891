import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { runConsumer } from '../support/exports/consumer.ts'
import { findProgram } from '../support/real/programs.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-as-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A file for its owner alone, as these programs want it. */
async function write(text: string): Promise<string> {
  const path = join(folder, 'settings')
  await writeFile(path, text)
  await chmod(path, 0o600)
  return path
}

const run = (...words: readonly string[]) => runConsumer(words, { env: { HOME: folder, LC_ALL: 'C.UTF-8' } })

function servicesOf(client: ReadableClient, text: string) {
  const read = READERS[client].read([{ name: 'settings', text }])
  return read.ok ? read.value.accounts.flatMap(({ services }) => services) : []
}

describe.skipIf(findProgram('msmtp') === null)('msmtp understands its file as the reader does', () => {
  test.each([
    'host a.example.org\n',
    'host a.example.org\ntls on\n',
    'host a.example.org\ntls on\ntls_starttls off\n',
    'host a.example.org\nport 2525\ntls\nauth\nuser anna\n',
    'host "a.example.org"\ntls on\nauth off\ntls_certcheck off\n',
  ])('%j', async (lines) => {
    const text = `defaults\nlogfile /dev/null\naccount a\n${lines}`
    const { output } = await run('msmtp', '-C', await write(text), '-a', 'a', '-P', 'x@example.org')
    const said = (name: string) => new RegExp(`^${name} = (.*)$`, 'm').exec(output)?.[1]
    const [service] = servicesOf('msmtp', text)
    const encryption = said('tls') === 'on' ? (said('tls_starttls') === 'on' ? 'starttls' : 'tls') : 'none'
    expect(service).toMatchObject({
      host: said('host'),
      port: Number(said('port')),
      encryption,
      method: said('auth') === 'none' ? 'none' : 'any',
      certificate: said('tls') === 'on' && said('tls_certcheck') === 'off' ? 'unchecked' : 'checked',
    })
  })
})

describe.skipIf(findProgram('fetchmail') === null)(
  'fetchmail understands its file as the reader does',
  () => {
    test('a user has the words behind it, and the server those in front', async () => {
      const text = `poll a.example.org proto pop3
  user "anna" password x ssl no sslcertck
  user "bert" password y sslproto "tls1.2+"\n`
      const { output } = await run('fetchmail', '-f', await write(text), '-V')
      const perUser = output.split('Options for retrieving from').slice(1)
      expect(perUser.map((part) => part.includes('SSL encrypted sessions enabled'))).toEqual(
        servicesOf('fetchmail', text).map(({ encryption }) => encryption === 'tls'),
      )
      expect(perUser.map((part) => part.includes('certificate checking disabled'))).toEqual(
        servicesOf('fetchmail', text).map(({ certificate }) => certificate === 'unchecked'),
      )
      expect(perUser).toHaveLength(2)
    })
  },
)

describe.skipIf(findProgram('neomutt') === null)('neomutt understands its file as the reader does', () => {
  test.each(['', 'set ssl_force_tls = no\n', 'set nossl_force_tls\n', 'unset ssl_starttls\n'])(
    '%j',
    async (lines) => {
      const text = `set folder = 'imap://anna@a.example.org/'\n${lines}`
      const { output } = await run('neomutt', '-n', '-F', await write(text), '-D')
      const says = (name: string) => output.includes(`set ${name} = yes`)
      const [service] = servicesOf('neomutt', text)
      // Its manual: the first goes before the second.
      const upgrade = says('ssl_starttls') ? 'if-offered' : 'none'
      expect(service?.encryption).toBe(says('ssl_force_tls') ? 'starttls' : upgrade)
    },
  )

  test.each([
    ['', 'starttls'],
    ['unset ssl_starttls', 'starttls'],
    ['set ssl_force_tls = no ssl_starttls = no', 'none'],
  ] as const)('%j means %s to a server without encryption', async (line, encryption) => {
    const server = await startScriptedServer(mailServer('smtp', 'clear', goodTls, {}))
    const text = `set from = x@example.org\n${line}\nset smtp_url = 'smtp://127.0.0.1:${server.port}/'\n`
    await runConsumer(['neomutt', '-n', '-F', await write(text), '-s', 'x', 'x@example.org'], {
      env: { HOME: folder, LC_ALL: 'C.UTF-8' },
      input: 'sent\n',
    })
    await server.stop()
    const said = server.received.map((chunk) => chunk.text).join('')
    expect(said.includes('MAIL FROM')).toBe(encryption === 'none')
    expect(servicesOf('neomutt', text)[0]?.encryption).toBe(encryption)
  })
})

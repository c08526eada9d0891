import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { authority, serverTls } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'
import { startProxy } from '../support/proxy-server.ts'

/** Through a proxy, because only there can a test stand behind the mail ports of any host. */
async function ports(...args: readonly string[]) {
  const tls = await serverTls({ dnsNames: ['mail.example.org'] })
  const world = await createDiscoveryWorld({
    endpoints: { 'mail.example.org:993': mailServer('imap', 'tls', tls) },
  })
  const proxy = await startProxy({ kind: 'http' })
  proxy.leadTo(world.tools.dialer)
  const { host, port } = proxy.server()
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-ports-'))
  const ca = join(folder, 'ca.pem')
  await writeFile(ca, authority.certificate)
  const run = await runCli(['ports', ...args, '--proxy', `http://${host}:${port}`, '--ca', ca, '--no-color'])
  await Promise.all([world.stop(), proxy.stop(), rm(folder, { recursive: true })])
  return run
}

test('ports shows every usual port of a host, encrypted or closed', async () => {
  const { status, results } = await ports('mail.example.org')
  expect(status).toBe(0)
  expect(results).toMatch(/^mail\.example\.org$/m)
  expect(results).toMatch(/imap {2}993 {3}tls .*✓ open {2}TLSv1\.3, certificate valid until /)
  expect(results).toMatch(/smtp {2}587 {3}starttls .*✗ /)
})

test('ports --json has the certificate of every port that showed one', async () => {
  const { results } = await ports('mail.example.org', '--json')
  const { schema, hosts } = JSON.parse(results) as {
    readonly schema: number
    readonly hosts: readonly {
      readonly host: string
      readonly doors: readonly Readonly<Record<string, unknown>>[]
    }[]
  }
  expect(schema).toBe(1)
  expect(hosts[0]?.doors).toHaveLength(8)
  expect(hosts[0]?.doors.find(({ port }) => port === 993)).toMatchObject({
    state: 'open',
    code: 'OK',
    certificate: { names: ['mail.example.org'] },
  })
})

test.each(['', 'two words', 'a..b', 'a@b@c'])('%o is neither a host nor an address', async (text) => {
  const { status, progress } = await runCli(['ports', text])
  expect(status).toBe(2)
  expect(progress).toContain('exactly one host or address is needed')
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

const POLICY = {
  schema: 1,
  organisation: 'Contoso',
  providers: [
    {
      id: 'contoso',
      name: 'Contoso Mail',
      domains: ['contoso.example'],
      servers: { imap: ['imap.contoso.example:993:tls'], smtp: ['smtp.contoso.example:465:tls'] },
      userName: 'local-part',
    },
  ],
  locked: ['servers'],
  sourcesOff: ['ispdb', 'ispdb-mx', 'guess', 'autodiscover'],
}

let folder = ''
let policy = ''
let names: DnsServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-policy-'))
  policy = join(folder, 'policy.json')
  await writeFile(policy, JSON.stringify(POLICY))
  names = await startDnsServer(() => 'NXDOMAIN')
})
afterAll(async () => {
  await names.stop()
  await rm(folder, { recursive: true })
})

const run = (...args: readonly string[]) =>
  runCli([...args, '--policy', policy, '--dns', names.address, '--no-color'])

test('the servers of the organisation come first, and no server is asked about its addresses', async () => {
  const { status, results } = await run('discover', 'anna@contoso.example')
  expect(status).toBe(0)
  expect(results).toContain('Contoso Mail: Set by Contoso.')
  expect(results).toContain('  imap  imap.contoso.example:993:tls  anna')
  expect(names.questions.filter((question) => question.includes('contoso'))).toEqual([])
})

test('a source that is switched off is not asked about any address', async () => {
  await run('discover', 'anna@example.org', '--json')
  expect(names.questions.filter((question) => /ispdb|autodiscover|imap\.example/.test(question))).toEqual([])
  expect(names.questions).toContain('MX example.org')
})

test('another server for an address of the organisation is refused before anything is asked', async () => {
  const { status, progress } = await run(
    'check',
    'anna@contoso.example',
    '--imap',
    'evil.example.org:993:tls',
    '--no-login',
  )
  expect(status).toBe(2)
  expect(progress).toContain('Contoso has fixed the settings for anna@contoso.example [CFG_LOCKED]')
})

test.each([
  [
    'a lock with a typing mistake',
    JSON.stringify({ ...POLICY, lokced: [] }),
    '"lokced" is not as it should be',
  ],
  ['no JSON', '{', 'it is no JSON'],
])('a policy with %s is wrong input, and the place is named', async (_, content, words) => {
  const broken = join(folder, 'broken.json')
  await writeFile(broken, content)
  const { status, progress } = await runCli(['discover', 'anna@example.org', '--policy', broken, '--offline'])
  expect(status).toBe(2)
  expect(progress).toContain(`the policy ${broken} cannot be used: ${words}`)
})

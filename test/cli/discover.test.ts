import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { startDnsServer } from '../support/dns-server.ts'
import { authority } from '../support/certificates.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import { startProxy } from '../support/proxy-server.ts'

test('discover says which servers a domain names itself, and asks about nothing but the domain', async () => {
  const names = await startDnsServer(({ type, name }) =>
    type === 'SRV' && name === '_imaps._tcp.example.org'
      ? [{ type: 'SRV', name, data: { priority: 0, weight: 1, port: 993, target: 'mail.example.org' } }]
      : 'NXDOMAIN',
  )
  const { status, results } = await runCli([
    'discover',
    'anna@example.org',
    '--dns',
    names.address,
    '--no-color',
  ])
  await names.stop()
  expect(status).toBe(0)
  expect(results).toContain(
    '  imap  mail.example.org:993:tls  anna@example.org  (example.org itself names this server in DNS (_imaps._tcp.example.org).)',
  )
  expect(names.questions.filter((question) => question.includes('anna'))).toEqual([])
})

test('discover --offline asks no server', async () => {
  const names = await startDnsServer(() => 'NXDOMAIN')
  const { status, results } = await runCli([
    'discover',
    'anna@example.org',
    '--offline',
    '--dns',
    names.address,
  ])
  await names.stop()
  expect(status).toBe(0)
  expect(results).toContain('(guessed)')
  expect(names.questions).toEqual([])
})

describe('discover, in a world with a forgotten page', () => {
  const PAGE = 'autoconfig.example.org/mail/config-v1.1.xml'

  /** Through a proxy, because only there can a test stand behind port 443 of any host. */
  async function discover(args: readonly string[], page: string, mx: readonly string[]) {
    const world = await createDiscoveryWorld({ mx, pages: { [PAGE]: page } })
    const proxy = await startProxy({ kind: 'http' })
    proxy.leadTo(world.tools.dialer)
    const { host, port } = proxy.server()
    const directory = await mkdtemp(join(tmpdir(), 'mailwright-discover-'))
    const ca = join(directory, 'ca.pem')
    await writeFile(ca, authority.certificate)
    const network = ['--dns', world.dns.address, '--ca', ca, '--proxy', `http://${host}:${port}`]
    const run = await runCli(['discover', 'anna@example.org', ...network, '--no-color', ...args])
    await Promise.all([world.stop(), proxy.stop(), rm(directory, { recursive: true })])
    return run
  }

  test('the text names the servers, the other domain, the other source and every place that was asked', async () => {
    const { status, results } = await discover([], settingsDocument({}, { type: 'smtp' }), [
      'aspmx.l.google.com',
    ])
    expect(status).toBe(0)
    expect(results).toContain('Google Workspace: Mail for example.org goes to aspmx.l.google.com')
    expect(results).toContain('  imap  imap.gmail.com:993:tls  anna@example.org')
    expect(results).toContain('  ! These servers belong to gmail.com, not to example.org')
    expect(results).toContain('It names smtp.example.org, imap.example.org. Mailwright did not choose these.')
    expect(results).toMatch(/^Sources that were asked:$/m)
    expect(results).toMatch(/^ {2}the autoconfig server of the domain: has settings$/m)
  })

  test('the JSON has the same, and a code for each place that could not be read', async () => {
    const { status, results } = await discover(['--json'], '<!DOCTYPE x>', ['mx.hoster.test'])
    expect(status).toBe(0)
    const found = JSON.parse(results) as {
      readonly sources: readonly object[]
      readonly candidates: readonly object[]
    }
    expect(found.sources).toContainEqual(
      expect.objectContaining({ source: 'autoconfig', status: 'failed', code: 'CFG_INVALID' }),
    )
    expect(found.candidates).toContainEqual(
      expect.objectContaining({
        host: 'imap.example.org',
        source: 'proposal',
        trust: 'guess',
        otherDomain: null,
      }),
    )
  })
})

describe('discover, for a domain whose mail is elsewhere', () => {
  const cases = [
    ['none at all', '.', 'example.org receives no mail, by its MX record (RFC 7505).', 'no-mail'],
    [
      'forwarded',
      'route1.mx.cloudflare.net',
      'example.org only forwards its mail (Cloudflare Email Routing, route1.mx.cloudflare.net).',
      'forwards',
    ],
    [
      'filtered',
      'mx0a-1.pphosted.com',
      'Mail for example.org passes the filter Proofpoint (mx0a-1.pphosted.com).',
      'filtered',
    ],
  ] as const

  test.each(cases)('(%s) says so in one sentence, and in the JSON', async (_, exchange, sentence, kind) => {
    const names = await startDnsServer(({ type, name }) =>
      type === 'MX' && name === 'example.org'
        ? [{ type: 'MX', name, data: { preference: 0, exchange } }]
        : 'NXDOMAIN',
    )
    const args = ['discover', 'anna@example.org', '--dns', names.address, '--no-color']
    const [text, json] = [await runCli(args), await runCli([...args, '--json'])]
    await names.stop()
    expect(text.results).toContain(`  - ${sentence}`)
    const { notes } = JSON.parse(json.results) as { readonly notes: readonly object[] }
    expect(notes).toEqual([
      expect.objectContaining({ kind, text: expect.stringContaining(sentence) as string }),
    ])
  })

  test('a provider behind a filter is named once, with the filter', async () => {
    const names = await startDnsServer(({ type, name }) => {
      if (name !== 'example.org') return 'NXDOMAIN'
      if (type === 'MX') return [{ type, name, data: { preference: 0, exchange: 'mx0a-1.pphosted.com' } }]
      return type === 'TXT' ? [{ type, name, data: ['v=spf1 include:_spf.google.com -all'] }] : 'NXDOMAIN'
    })
    const { results } = await runCli(['discover', 'anna@example.org', '--dns', names.address, '--no-color'])
    await names.stop()
    expect(results.split('\n')[0]).toBe(
      'Google Workspace: Mail for example.org passes the filter Proofpoint. The mailbox is probably at Google Workspace, named in DNS (include:_spf.google.com).',
    )
    expect(results.match(/Proofpoint/g)).toHaveLength(1)
  })
})

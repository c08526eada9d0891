import { expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { startDnsServer } from '../support/dns-server.ts'

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
    '  imap  mail.example.org:993:tls  anna@example.org  (example.org itself names this server, in _imaps._tcp.example.org.)',
  )
  expect(names.questions.filter((question) => question.includes('anna'))).toEqual([])
})

test('discover --offline asks nobody', async () => {
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
  expect(results).toContain('(a guess)')
  expect(names.questions).toEqual([])
})

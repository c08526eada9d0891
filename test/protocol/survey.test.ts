import { afterEach, expect, test } from 'vitest'
import type { PortReport } from '#shared/survey/port-report.ts'
import { reportSurvey } from '#shared/survey/survey-report.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import {
  createDiscoveryWorld,
  type DiscoveryWorld,
  type WorldPlan,
} from '../support/discovery/discovery-world.ts'
import { everyName } from '../support/resolvers.ts'

const HOST = 'mail.example.org'
const tls = await serverTls({ dnsNames: [HOST] })
const expired = await serverTls({
  dnsNames: [HOST],
  notAfter: new Date('2020-01-01'),
  notBefore: new Date('2019-01-01'),
})

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

async function survey(plan: WorldPlan, change: (tools: ProbeTools) => ProbeTools = (tools) => tools) {
  world = await createDiscoveryWorld({ limits: { connectMs: 400 }, ...plan })
  const seen = await surveyPorts(
    [HOST],
    'anna@example.org',
    change(world.tools),
    new AbortController().signal,
  )
  const { endpoints: reports, conclusions } = reportSurvey(seen, 'anna@example.org', '2026-11-20')
  return { reports, conclusions, lines: reports.map(lineOf), world }
}

const lineOf = ({ endpoint, state, code }: PortReport) =>
  `${endpoint.protocol} ${endpoint.port} ${state} ${code}`

test('the open ports are told from the closed ones', async () => {
  const { lines } = await survey({
    endpoints: {
      [`${HOST}:993`]: mailServer('imap', 'tls', tls),
      [`${HOST}:587`]: mailServer('smtp', 'starttls', tls),
    },
  })
  expect(lines).toEqual([
    'smtp 465 refused NET_REFUSED',
    'smtp 587 open OK',
    'smtp 2525 refused NET_REFUSED',
    'smtp 25 refused NET_REFUSED',
    'imap 993 open OK',
    'imap 143 refused NET_REFUSED',
    'pop3 995 refused NET_REFUSED',
    'pop3 110 refused NET_REFUSED',
  ])
})

test('a silent port of a host that answers is called blocked', async () => {
  const { lines, conclusions } = await survey({
    silent: [HOST],
    endpoints: { [`${HOST}:993`]: mailServer('imap', 'tls', tls) },
  })
  expect(lines).toContain('smtp 587 silent NET_PORT_BLOCKED')
  expect(lines).toContain('imap 993 open OK')
  // Port 25 is for servers among themselves: no administrator is asked to open it.
  expect(conclusions.map(({ code, facts }) => [code, facts['ports']])).toEqual([
    ['NET_PORT_BLOCKED', '465, 587, 2525, 143, 995, 110'],
  ])
})

test('a silent host is called silent', async () => {
  const { lines } = await survey({ silent: [HOST] })
  expect(new Set(lines.map((line) => line.split(' ').slice(2).join(' ')))).toEqual(
    new Set(['silent NET_TIMEOUT']),
  )
})

test('of one that answers it is said what is wrong', async () => {
  const { reports, lines } = await survey({
    endpoints: {
      [`${HOST}:993`]: mailServer('imap', 'tls', expired),
      [`${HOST}:143`]: mailServer('smtp', 'clear', tls),
    },
  })
  expect(lines).toContain('imap 993 strange TLS_EXPIRED')
  expect(lines).toContain('imap 143 strange PROTO_WRONG_SERVICE')
  expect(reports.find(({ endpoint }) => endpoint.port === 993)?.certificate?.validTo).toMatch(/^2020-01-01/)
})

test('one address of each family is looked at, and they are told apart', async () => {
  const { reports } = await survey(
    { endpoints: { [`${HOST}:993`]: mailServer('imap', 'tls', tls) } },
    (tools) => ({
      ...tools,
      resolver: {
        ...tools.resolver,
        addresses: everyName([
          { address: '2001:db8::1', family: 6 },
          { address: '127.0.0.1', family: 4 },
          { address: '127.0.0.2', family: 4 },
        ]),
      },
      dialer: {
        connect: (target, signal) =>
          target.family === 6
            ? Promise.resolve({ ok: false, error: { kind: 'unreachable' } })
            : tools.dialer.connect(target, signal),
      },
    }),
  )
  const imaps = reports.filter(({ endpoint }) => endpoint.port === 993)
  expect(imaps.map(({ address, state }) => `${address?.address} ${state}`)).toEqual([
    '127.0.0.1 open',
    '2001:db8::1 unreachable',
  ])
})

test('it is over at once where the name does not exist', async () => {
  const { lines } = await survey({})
  expect(lines).toEqual(['smtp 465 unknown NET_DNS_NONE'])
})

test('no sign-in is tried, and nothing stays open', async () => {
  const { world: own } = await survey({ endpoints: { [`${HOST}:993`]: mailServer('imap', 'tls', tls) } })
  const endpoint = own.endpoints[`${HOST}:993`]
  expect(endpoint?.received.map(({ text }) => text).join('')).not.toMatch(/LOGIN|AUTHENTICATE/)
  await expect.poll(() => endpoint?.openConnections).toBe(0)
})

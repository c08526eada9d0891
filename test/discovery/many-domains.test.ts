import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { providerById } from '#shared/catalogue/look-up.ts'
import { parseDomainName, type DomainName } from '#shared/domain/domain-name.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { LookAtDomain } from '#shared/preflight/domain-look.ts'
import { preflightLine, type PreflightLine } from '#shared/preflight/preflight-line.ts'
import { PreflightCount } from '#shared/preflight/summary.ts'
import { lookAtDomains } from '#engine/discovery/look-at-domains.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import {
  createDiscoveryWorld,
  type DiscoveryWorld,
  type WorldPlan,
} from '../support/discovery/discovery-world.ts'
import { alias, mailExchanger } from '../support/discovery/dns-records.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'
import { domainNames, domainOf, KINDS, scriptedResolver } from '../support/preflight-world.ts'

const { t } = createTranslator('en')

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function domain(text: string): DomainName {
  const parsed = parseDomainName(text)
  if (!parsed.ok) throw new Error(`no domain: ${text}`)
  return parsed.value
}

function lookWith(tools: ProbeTools, signal = new AbortController().signal): LookAtDomain {
  return lookAtDomains({ sources: SOURCES, providerById, tools }, signal)
}

async function lineOf(look: LookAtDomain, name: string): Promise<PreflightLine> {
  const listed = { domain: domain(name), line: 1, addresses: 1, smtpAuthOn: null }
  return preflightLine(listed, await look(listed.domain), t)
}

const USUAL = 2_000
/** `MAILWRIGHT_PREFLIGHT_DOMAINS=10000` measures a whole list. */
const DOMAINS = Number(process.env['MAILWRIGHT_PREFLIGHT_DOMAINS'] ?? USUAL)
const MOST_QUESTIONS = 25
/** With what the collector has not taken away yet. */
const MOST_HEAP_MIB = 320
const AT_ONCE = 16

test(
  'thousands of domains are looked at with few questions each, in memory that stays flat',
  async () => {
    const names = domainNames(DOMAINS)
    let questions = 0
    const asked = new Map<string, number>()
    const world = await worldOf({})
    const resolver = scriptedResolver((question) => {
      const about = domainOf(question.split(' ')[1] ?? '')
      asked.set(about, (asked.get(about) ?? 0) + 1)
      questions += 1
    })
    const look = lookWith({ ...world.tools, resolver })
    const count = new PreflightCount()
    const startedAt = performance.now()
    const left = names.values()
    let peakMiB = 0
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const name of left) {
          count.add(await lineOf(look, name))
          peakMiB = Math.max(peakMiB, process.memoryUsage().heapUsed / 2 ** 20)
        }
      }),
    )
    const perSecond = (DOMAINS * 1_000) / (performance.now() - startedAt)
    console.info(
      `${DOMAINS} domains: ${Math.round(perSecond)} a second, ${Math.round(peakMiB)} MiB at most, ${questions} questions`,
    )
    expect(count.summary()).toMatchObject({ domains: DOMAINS, contradictions: (DOMAINS / KINDS.length) * 2 })
    expect(Math.max(...names.map((name) => asked.get(name) ?? 0))).toBeLessThanOrEqual(MOST_QUESTIONS)
    expect(peakMiB).toBeLessThan(MOST_HEAP_MIB)
    expect(world.dialled).toEqual([])
  },
  60_000 + DOMAINS * 10,
)

async function worldOf(plan: WorldPlan): Promise<DiscoveryWorld> {
  const world = await createDiscoveryWorld(plan)
  onTestFinished(() => world.stop())
  return world
}

describe('the records and files of a domain', () => {
  test('contradict each other where a file names other servers than MX does', async () => {
    const world = await worldOf({
      pages: {
        'autoconfig.example.org/mail/config-v1.1.xml': settingsDocument(
          { hostname: 'imap.old.example.net' },
          { type: 'smtp', hostname: 'smtp.old.example.net' },
        ),
      },
      mx: ['example-org.mail.protection.outlook.com'],
    })
    const { provider, contradictions, mail } = await lineOf(lookWith(world.tools), 'example.org')
    expect([mail, provider?.name]).toEqual(['provider', 'Microsoft 365'])
    expect(contradictions.map(({ protocol, chosen, other }) => [protocol, chosen?.host, other.host])).toEqual(
      [
        ['smtp', 'smtp.office365.com', 'smtp.old.example.net'],
        ['imap', 'outlook.office365.com', 'imap.old.example.net'],
      ],
    )
  })
})

describe('of many domains', () => {
  test('a host that several lead to is asked about once, by whichever comes first', async () => {
    const names = ['one.test', 'two.test', 'three.test']
    const world = await worldOf({
      records: Object.fromEntries(
        names.flatMap((name) => [
          [`MX ${name}`, mailExchanger(name, 'mx.hoster.example.net')],
          [
            `SRV _autodiscover._tcp.${name}`,
            [
              {
                type: 'SRV',
                name: `_autodiscover._tcp.${name}`,
                data: { priority: 0, weight: 0, port: 443, target: 'autodiscover.hoster.example.net' },
              },
            ],
          ],
        ]),
      ),
    })
    const look = lookWith(world.tools)
    await Promise.all(names.map((name) => look(domain(name))))
    const about = world.dns.questions.filter((question) =>
      question.endsWith('autodiscover.hoster.example.net'),
    )
    expect(about.toSorted()).toEqual([
      'A autodiscover.hoster.example.net',
      'AAAA autodiscover.hoster.example.net',
    ])
  })

  test('no public list is asked, no mail server is looked at, and no person is named', async () => {
    const world = await worldOf({
      mx: ['mail.example.org'],
      endpoints: {},
      records: { 'CNAME autodiscover.example.org': alias('autodiscover.example.org', 'other.example.net') },
    })
    await lookWith(world.tools)(domain('example.org'))
    expect(world.dns.questions.filter((question) => !question.endsWith('example.org'))).toEqual([])
    expect(world.dialled).toEqual([])
  })
})

test('a name server that does not answer is told as such, and as no fault of the domain', async () => {
  const world = await worldOf({ records: { 'MX example.org': 'SERVFAIL' } })
  const { mail } = await lineOf(lookWith(world.tools), 'example.org')
  expect(mail).toBe('no-answer')
})

test('a run that is called off ends what is under way', async () => {
  const world = await worldOf({ records: { 'MX example.org': 'silence' } })
  const run = new AbortController()
  const look = lookWith(world.tools, run.signal)(domain('example.org'))
  run.abort()
  expect((await look).mx).toEqual({ kind: 'no-answer' })
})

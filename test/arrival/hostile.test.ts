import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JUDGEMENTS } from '#shared/arrival/judge.ts'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import { proposeDmarc, parseDmarc } from '#shared/arrival/dmarc-record.ts'
import { proposeSpf } from '#shared/arrival/spf-proposal.ts'
import { brokenTerms, spfRecordsIn, termsOf } from '#shared/arrival/spf-record.ts'
import { parseStsPolicy } from '#shared/arrival/sts-policy.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import { fail, ok } from '#shared/outcome.ts'
import { queryArrival } from '#engine/arrival/query-arrival.ts'
import type { Resolver } from '#engine/environment.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { resolverWith } from '../support/resolvers.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

const RUNS = { numRuns: 300 }

interface Watched {
  readonly report: ArrivalReport
  readonly questions: readonly string[]
}

/** Every name has these texts. */
async function askOf(
  texts: (name: string) => readonly string[],
  more: Partial<Resolver> = {},
): Promise<Watched> {
  const questions: string[] = []
  const resolver = resolverWith({
    addresses: () => Promise.resolve(ok([{ address: '203.0.113.1', family: 4 }])),
    texts: (name) => {
      questions.push(name)
      return Promise.resolve(ok(texts(name)))
    },
    ...more,
  })
  const tools = { ...toolsFor({}, { ...TEST_LIMITS, fetchMs: 100, arrivalMs: 2_000 }), resolver }
  const request = { domain: 'example.org', smtpHost: 'smtp.fastmail.com', provider: null, message: null }
  return { report: await queryArrival(request, tools, new AbortController().signal), questions }
}

const LONG = 'x'.repeat(60_000)
const TERM = fc.oneof(
  fc.constantFrom(
    'include:',
    'a',
    'mx:%{d}',
    'ip4:1.2.3.4/33',
    'redirect=',
    'exists:%{ir}.x.test',
    '?all',
    '+all',
    '%',
    'ptr',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.domain().map((name) => `include:${name}`),
)
const RECORD = fc.array(TERM, { maxLength: 40 }).map((terms) => `v=spf1 ${terms.join(' ')}`)

describe('records that were made to hurt', () => {
  test.each<readonly [string, (name: string) => readonly string[]]>([
    [
      '10,000 records',
      () => Array.from({ length: 10_000 }, (_, index) => `v=spf1 include:n${index}.test -all`),
    ],
    ['one of 60,000 letters', () => [`v=spf1 ${LONG}`]],
    ['20,000 terms', () => [`v=spf1 ${'a '.repeat(20_000)}`]],
    ['a circle', () => ['v=spf1 include:example.org include:b.test redirect=example.org']],
    ['an endless chain', (name) => [`v=spf1 include:x.${name} -all`]],
    ['macros that multiply', () => ['v=spf1 exists:%{d}%{d}%{d}%{d}%{d}%{d}%{d}%{d}.%{ir}.test -all']],
    ['a thousand tags', () => [`v=DMARC1; p=none; ${'a=b; '.repeat(1_000)}`]],
    ['a thousand receivers of reports', () => [`v=DMARC1; p=none; rua=${'mailto:x@y.test,'.repeat(1_000)}`]],
    ['names of objects', () => ['v=spf1 include:__proto__ include:constructor.test -all']],
    ['a key of nothing but padding', () => [`v=DKIM1; p=${'='.repeat(5_000)}`]],
  ])('%s end in one finding for each subject', async (_, texts) => {
    const { report, questions } = await askOf(texts)
    expect(report.findings.map(({ subject }) => subject)).toEqual(JUDGEMENTS.map(({ subject }) => subject))
    expect(questions.length).toBeLessThan(60)
  })

  test('whatever stands in the records, everything ends in a finding', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(RECORD, { maxLength: 3 }), async (texts) => {
        const { report } = await askOf(() => texts)
        expect(report.findings).toHaveLength(JUDGEMENTS.length)
      }),
      { numRuns: 150 },
    )
  })

  test('a hundred mail hosts are not all asked', async () => {
    const routes = Array.from({ length: 100 }, (_, index) => ({ host: `m${index}.test`, preference: index }))
    let pinned = 0
    await askOf(() => [], {
      mailRoutes: () => Promise.resolve(ok(routes)),
      pinnedUsages: () => {
        pinned += 1
        return Promise.resolve(fail({ kind: 'name-not-found' }))
      },
    })
    expect(pinned).toBeLessThanOrEqual(10)
  })
})

describe('a proposal', () => {
  test('for SPF is one record that can be read, whatever was there', () => {
    fc.assert(
      fc.property(fc.array(RECORD, { maxLength: 3 }), (records) => {
        const proposal = proposeSpf(records, ['include:mail.example.net'])
        expect(spfRecordsIn([proposal])).toHaveLength(1)
        expect(
          brokenTerms(termsOf(proposal.slice(0, 4_000))).filter((term) => !proposal.endsWith(term)),
        ).toEqual([])
        expect(proposal).toContain('include:mail.example.net')
        expect(proposal).not.toMatch(/[+?]all$/)
      }),
      RUNS,
    )
  })

  test('for DMARC can be read, whatever was there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (rest) => {
        expect(parseDmarc(proposeDmarc(`v=DMARC1; ${rest}`, null))).not.toBeNull()
      }),
      RUNS,
    )
  })
})

describe('text from outside', () => {
  test('is read as headers without a fault', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Authentication-Results: ',
        'Received: from x ([',
        'From: ',
        '\r\n',
        '\n ',
        '(',
        '((((',
        ';spf=pass ',
        ']',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const facts = readMessageFacts(pieces.join(''))
        expect(facts.signatures.length).toBeLessThanOrEqual(8)
      }),
      RUNS,
    )
  })

  test.each([
    `Authentication-Results: x; ${'('.repeat(200_000)}`,
    `From: ${'@'.repeat(200_000)}`,
    `Received: from ${'['.repeat(100_000)}`,
    `DKIM-Signature: ${'d='.repeat(100_000)}`,
    'Received: x\n'.repeat(100_000),
  ])('of any length is read at once', (text) => {
    expect(readMessageFacts(text).verdicts).toEqual([])
    expect(parseStsPolicy(text)).toBeNull()
  })
})

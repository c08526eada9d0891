import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { arrivalReportLines } from '#shared/report/arrival-report.ts'
import { arrivalJson } from '#cli/output/arrival-json.ts'
import { arrivalText } from '#cli/output/arrival-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { askArrival, findingOn, type ArrivalPlan } from '../support/arrival/ask.ts'
import { FILLINGS, harmIn, harmInLines } from '../support/hostile-fillings.ts'

const { t } = createTranslator('en')

/** The policy file is fetched only where it is announced. */
const STS = { 'TXT _mta-sts.example.org': ['v=STSv1; id=1'], 'A mta-sts.example.org': ['127.0.0.1'] }
const POLICY = 'mta-sts.example.org/.well-known/mta-sts.txt'

const PLACES: readonly (readonly [string, (x: string) => ArrivalPlan])[] = [
  ['a sender record', (x) => ({ zone: { 'TXT example.org': [`v=spf1 ${x} include:${x}.test -all`] } })],
  ['two of them', (x) => ({ zone: { 'TXT example.org': [`v=spf1 ${x}`, `v=spf1 a:${x} -all`] } })],
  ['a record that is led to', (x) => ({ zone: { 'TXT spf.messagingengine.com': [`v=spf1 ${x} +all`] } })],
  ['a key', (x) => ({ zone: { 'TXT fm1._domainkey.example.org': [`v=DKIM1; k=${x}; p=${x}`] } })],
  [
    'an alias of a key',
    (x) => ({
      zone: { 'TXT fm1._domainkey.example.org': null, 'CNAME fm1._domainkey.example.org': [`${x}.test`] },
    }),
  ],
  [
    'a policy for failures',
    (x) => ({ zone: { 'TXT _dmarc.example.org': [`v=DMARC1; p=${x}; rua=mailto:a@${x}`] } }),
  ],
  [
    'two of those',
    (x) => ({ zone: { 'TXT _dmarc.example.org': [`v=DMARC1; p=none; ${x}`, `v=DMARC1; ${x}`] } }),
  ],
  [
    'a receiver of reports',
    (x) => ({ zone: { 'TXT _dmarc.example.org': [`v=DMARC1; p=none; rua=mailto:a@${x}.test,mailto:${x}`] } }),
  ],
  ['a mail host', (x) => ({ zone: { 'MX example.org': [`10 ${x.replaceAll(' ', '')}.test`] } })],
  ['an alias of a mail host', (x) => ({ zone: { 'CNAME in1.example.net': [`${x}.test`] } })],
  [
    'announcements',
    (x) => ({ zone: { 'TXT _mta-sts.example.org': [`v=STSv1; id=${x}`, `v=STSv1; id=${x}1`] } }),
  ],
  [
    'a policy file',
    (x) => ({
      zone: STS,
      pages: { [POLICY]: `version: STSv1\nmode: enforce\nmax_age: 86400\nmx: ${x}\n${x}` },
    }),
  ],
  [
    'the headers of a message',
    (x) => ({
      message: `Authentication-Results: ${x}; spf=${x} smtp.mailfrom=${x}; dkim=pass header.d=${x}.test\r\nDKIM-Signature: d=${x}.test; s=${x}\r\nFrom: ${x}@${x}.test\r\n\r\n`,
    }),
  ],
]

/** Longer is no answer a name server gives over UDP. */
const LONGEST = 400

describe.each(PLACES)('%s', (_, plan) => {
  test.each(FILLINGS)('with %s is inert in every output', async (_name, filling) => {
    const report = await askArrival(plan(filling.toString('utf8').slice(0, LONGEST)))
    expect(harmIn([report.findings.map(({ facts }) => facts)])).toEqual([])
    // A record that is to be replaced or published is told whole, and is inert all the same.
    const wholeAside = (harm: string) => !harm.endsWith('letters')
    expect(harmIn([report, arrivalJson(report, t)]).filter(wholeAside)).toEqual([])
    const texts = [arrivalText(report, t, createStyle('plain')), ...arrivalReportLines(report, t)].join('\n')
    expect(harmInLines(texts.replace(/x{200,}/gi, ''))).toEqual([])
  })
})

test('mail hosts that are no names say nothing about the domain', async () => {
  const report = await askArrival({ zone: { 'MX example.org': ['10 a\u001bb.test'] } })
  expect(findingOn(report, 'mx').code).toBe('ARRIVE_DNS_FAIL')
})

test('a mail host with a name beside one without is judged by its name', async () => {
  const zone = { 'MX example.org': ['5 a\u001bb.test', '10 in1.example.net'] }
  const report = await askArrival({ zone })
  expect(findingOn(report, 'mx').code).toBe('OK')
})

test('the records of an honest domain stay as they are', async () => {
  const spf = `v=spf1 ${Array.from({ length: 30 }, (_, n) => `ip4:198.51.100.${n}`).join(' ')}`
  const report = await askArrival({ zone: { 'TXT example.org': [`${spf} -all`] } })
  expect(JSON.stringify(report)).toContain(spf)
})

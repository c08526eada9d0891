import { describe, expect, test } from 'vitest'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { mailServer, type Turn } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

/** A server that tells how full the mailbox is, in these untagged lines. */
const withQuota = (...lines: readonly string[]) =>
  mailServer('imap', 'tls', goodTls, {
    greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN QUOTA] ready',
    unknown: async ({ conversation, tag, line }: Turn) => {
      const told = line.includes('GETQUOTAROOT') ? lines.map((text) => `* ${text}\r\n`) : []
      await conversation.sendRaw(`${told.join('')}${tag} OK done\r\n`)
    },
  })

const ROOT = 'QUOTAROOT INBOX ""'

const ROWS: readonly (readonly [string, readonly string[], string, object])[] = [
  ['has room', ['QUOTA "" (STORAGE 500 1000)'], 'OK', {}],
  [
    'is nine tenths full',
    ['QUOTA "" (STORAGE 921600 1024000)'],
    'MAILBOX_NEARLY_FULL',
    { percent: 90, usedMb: 900, limitMb: 1000 },
  ],
  [
    'is full to the last octet',
    ['QUOTA "" (STORAGE 1024000 1024000)'],
    'MAILBOX_FULL',
    { percent: 100, usedMb: 1000, limitMb: 1000 },
  ],
  ['is over its quota', ['QUOTA "" (STORAGE 1126400 1024000)'], 'MAILBOX_FULL', { percent: 110 }],
  [
    'has messages counted beside',
    ['QUOTA "" (MESSAGE 5 100 STORAGE 96 100)'],
    'MAILBOX_NEARLY_FULL',
    { percent: 96 },
  ],
  ['has room and two roots', ['QUOTA a (STORAGE 1 100)', 'QUOTA b (STORAGE 2 100)'], 'OK', {}],
  [
    'has a second root that is full',
    ['QUOTA a (STORAGE 1 100)', 'QUOTA b (STORAGE 100 100)'],
    'MAILBOX_FULL',
    {},
  ],
  ['has no quota', ['QUOTA "" ()'], 'OK', {}],
  ['has a limit of nothing, which is none', ['QUOTA "" (STORAGE 5 0)'], 'OK', {}],
  ['has a limit that is no number', ['QUOTA "" (STORAGE 5 lots)'], 'OK', {}],
]

describe('a mailbox that', () => {
  test.each(ROWS)('%s: %j', async (_, lines, code, facts) => {
    const { result } = await tryOut(withQuota(ROOT, ...lines), { protocol: 'imap' })
    expect(result).toMatchObject({ code, verdict: code === 'OK' ? 'ok' : 'warning' })
    expect(result.findings[0]?.facts ?? {}).toMatchObject(facts)
    expect(result.findings.map(({ turn, actions }) => [turn, actions[0].kind])).toEqual(
      code === 'OK' ? [] : [['you', 'free-space']],
    )
  })
})

test('the figures stand in the words', async () => {
  const { result } = await tryOut(withQuota(ROOT, 'QUOTA "" (STORAGE 1945600 2048000)'), { protocol: 'imap' })
  const [finding] = result.findings
  if (finding === undefined) throw new Error('nothing was said')
  expect(findingWords(finding, createTranslator('en').t)).toMatchObject({
    title: 'The mailbox is 95% full',
    explanation: expect.stringContaining('1,900 of 2,000 MB') as unknown,
  })
})

import { describe, expect, test } from 'vitest'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { STAGES } from '#shared/domain/stage.ts'
import { explain } from '#shared/explain/explain.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { letterText, mailLink, type Letter } from '#shared/report/letter.ts'
import { messageAbout } from '#shared/report/message-about.ts'
import { pastedProviderMessage } from '#shared/report/pasted-messages.ts'
import { ALL_FAULTS } from '../diagnosis/fault-samples.ts'
import { CERTIFICATE, openEndpoint, situation, type Parts } from '../diagnosis/situations.ts'
import { ALL_TEXTS } from '../explain/all-texts.ts'

const { t } = createTranslator('en')

/** What a mail program reads out of the address (RFC 6068). */
function opened(link: string) {
  const [head = '', query = ''] = link.split('?')
  const fields = query.split('&').map((field) => field.split('=').map(decodeURIComponent))
  return {
    to: head.slice('mailto:'.length),
    names: fields.map(([name]) => name),
    values: fields.map(([, value]) => value),
  }
}

const HOSTILE: readonly (readonly [string, Letter])[] = [
  ['other fields', { subject: 'a&cc=eve@example.net', body: 'b&attach=/etc/passwd&bcc=eve@example.net' }],
  ['a header of its own', { subject: 'a\r\nBcc: eve@example.net', body: 'b?to=eve@example.net#c' }],
  ['half a character', { subject: 'a\ud83d', body: 'b\ud83d%0D%0A' }],
  ['a text without an end', { subject: 'ü'.repeat(5_000), body: `first\n${'Größe ä\n'.repeat(5_000)}` }],
  ['a line without an end', { subject: 'a', body: `first\n${'x'.repeat(50_000)}` }],
  ['nothing', { subject: '', body: '' }],
]

describe('the link that opens a letter in a mail program', () => {
  test('holds subject and body, with lines that end as in a mail', () => {
    const { to, names, values } = opened(
      mailLink({ subject: 'Größe & 1+1', body: 'Hello,\n\nport 993: 100 %' }, t),
    )
    expect(to).toBe('')
    expect(names).toEqual(['subject', 'body'])
    expect(values).toEqual(['Größe & 1+1', 'Hello,\r\n\r\nport 993: 100 %'])
  })

  test.each(HOSTILE)(
    'with %s in it has no other field, no recipient and no more than 2,000 characters',
    (_, letter) => {
      const link = mailLink(letter, t)
      const { to, names, values } = opened(link)
      expect([to, ...names]).toEqual(['', 'subject', 'body'])
      expect(values[0]).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      expect(link.length).toBeLessThanOrEqual(2_000)
      expect(link).toMatch(/^mailto:\?[!-~]*$/)
    },
  )

  test('that is too long ends after a whole line and says so', () => {
    const [, body = ''] = opened(mailLink({ subject: 'a', body: 'A line of words\n'.repeat(500) }, t)).values
    const lines = body.split('\r\n')
    expect(lines.at(-1)).toBe(t('letter.cut'))
    expect(new Set(lines.slice(0, -2))).toEqual(new Set(['A line of words']))
  })
})

test('a letter to be copied names its subject first', () => {
  expect(letterText({ subject: 'IMAP', body: 'Hello' }, t)).toBe('Subject: IMAP\n\nHello')
})

const SURROUNDINGS: readonly Omit<Parts, 'fault'>[] = [
  { certificate: CERTIFICATE },
  { certificate: CERTIFICATE, credential: 'token' },
  { endpoint: { protocol: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls' } },
  { alternatives: [openEndpoint({ port: 143, security: 'starttls' })] },
  { proxy: 'proxy.example.org:3128' },
]

/** One letter for every code that is to be written about. */
function letters(language: 'en' | 'de'): ReadonlyMap<string, Letter> {
  const words = createTranslator(language).t
  const found = new Map<string, Letter>()
  for (const stage of STAGES)
    for (const parts of SURROUNDINGS)
      for (const fault of ALL_FAULTS) {
        const given = situation({ ...parts, fault, stage })
        const finding = diagnose(given)
        if (found.has(finding.code) || finding.actions.every(({ kind }) => kind !== 'ask-admin')) continue
        const result: EndpointResult = {
          endpoint: given.evidence.endpoint,
          userName: 'anna',
          signIn: 'password',
          verdict: 'failed',
          code: finding.code,
          passwordSent: 'no',
          evidence: given.evidence,
          alternatives: [],
          findings: [finding],
        }
        found.set(finding.code, messageAbout(result, finding, 'anna@example.org', words))
      }
  return found
}

/** Says "you" to the user, where another one reads. What the reader owns and is asked for may be theirs. */
const TO_THE_USER = {
  en: /\b(?:my|me|I)\b|(?<!\bThank )\byou\b(?! please)|\byour\b(?! (?:service|organi[sz]ation|network|firewall|DNS|users?)\b)/,
  de: /\b(?:ich|mein\w*|mir)\b|\bIhr(?:e[mnrs]?)?\b(?! (?:Dienst|Organisation|Netzwerk|Firewall|DNS|Benutzer))/,
} as const

describe.each(['en', 'de'] as const)('in the language "%s" a letter', (language) => {
  const all = [...letters(language)]

  test('is there for many causes', () => {
    expect(all.length).toBeGreaterThan(25)
  })

  test.each(all)('about %s speaks to its reader, and of the user', (_, { subject, body }) => {
    const own = body
      .split('\n')
      .filter((line) => !/^(?:The server replied|Der Server antwortete): /.test(line))
    expect(own.filter((line) => TO_THE_USER[language].test(line))).toEqual([])
    expect(subject).not.toMatch(TO_THE_USER[language])
    expect(subject).not.toMatch(/[{}\n]/)
  })

  test('about any text that was pasted does so too', async () => {
    const words = createTranslator(language).t
    const titles = new Set<string>()
    for (const [text] of ALL_TEXTS) {
      const explanation = await explain({ text, octets: null })
      for (const cause of explanation.causes)
        if (cause.actions.some(({ kind }) => kind === 'ask-admin'))
          titles.add(pastedProviderMessage(explanation, cause, words).subject)
    }
    expect(titles.size).toBeGreaterThan(10)
    expect([...titles].filter((title) => TO_THE_USER[language].test(title))).toEqual([])
  })
})

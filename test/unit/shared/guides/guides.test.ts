import { describe, expect, test } from 'vitest'
import { GUIDE_NAMES } from '#shared/domain/program-names.ts'
import { GUIDES } from '#shared/guides/guides.ts'
import { walk } from '#shared/guides/walk.ts'
import { guideWords } from '#shared/i18n/guide-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { setupOf } from '../../../support/exports/exported.ts'

const IMAP = setupOf({
  servers: { imap: 'imap.example.test:1993:tls', smtp: 'smtp.example.test:2587:starttls' },
  userName: 'customer-7',
})
const POP3 = setupOf({ servers: { pop3: 'pop.example.test:995:tls', smtp: 'smtp.example.test:465:tls' } })
const TOKENS = setupOf({
  servers: { imap: 'imap.gmail.com:993:tls', smtp: 'smtp.gmail.com:465:tls' },
  oauth: { issuer: 'https://accounts.google.com', clientId: '' },
})
const WORKING = GUIDES.filter(({ name }) => name !== 'windows-mail')
const english = createTranslator('en')

test('every name is that of one guide', () => {
  expect(GUIDES.map(({ name }) => name).toSorted()).toEqual([...GUIDE_NAMES].toSorted())
})

describe.each(WORKING.map((guide) => [guide.name, guide] as const))('%s', (name, guide) => {
  test('has every value of the setup beside a field', () => {
    const values = guideWords(guide, IMAP, english).lines.map(({ value }) => value)
    const wanted = ['anna@example.test', 'imap.example.test', '1993', 'smtp.example.test', '2587']
    for (const value of wanted) expect(values).toContain(value)
    expect(values.filter((value) => value === 'customer-7').length).toBeGreaterThan(0)
  })

  test('says how each connection is encrypted, in the words of the program', () => {
    const words = guideWords(guide, IMAP, english).lines.map((line) => line.words)
    for (const security of ['tls', 'starttls'] as const)
      expect(words.some((line) => line.includes(guide.encryption[security].en))).toBe(true)
  })

  test('asks for the password and never holds one', () => {
    const asked = walk(guide, IMAP).filter(({ value }) => value?.kind === 'ask' && value.what === 'password')
    expect(asked.length).toBeGreaterThan(0)
    expect(guideWords(guide, IMAP, english).lines.some(({ value }) => value === 'your password')).toBe(false)
  })

  test('has POP3 where IMAP would be', () => {
    const words = guideWords(guide, POP3, english).lines.map((line) => line.words)
    expect(words.some((line) => /\bPOP3?\b/.test(line))).toBe(true)
    expect(words.some((line) => /\bIMAP\b/.test(line))).toBe(false)
    expect(words.join('\n')).toContain('pop.example.test')
  })

  test('sends to the sign-in page where no password is used', () => {
    expect(guideWords(guide, TOKENS, english).lead.join(' ')).toContain('sign-in page')
    expect(guideWords(guide, IMAP, english).lead.join(' ')).not.toContain('sign-in page')
  })

  test('ends with a message to oneself, in every language', () => {
    for (const [language, words] of [
      ['en', 'Send a message to yourself'],
      ['de', 'Senden Sie eine Nachricht'],
    ] as const)
      expect(guideWords(guide, IMAP, createTranslator(language)).lines.at(-1)?.words).toContain(words)
    expect(name).toBe(guide.name)
  })
})

test('a relay has no user name and no tick for a sign-in', () => {
  const relay = {
    ...IMAP,
    services: IMAP.services.map((service) =>
      service.endpoint.protocol === 'smtp' ? { ...service, userName: '', signIn: 'none' as const } : service,
    ),
  }
  for (const guide of WORKING) {
    const steps = walk(guide, relay)
    expect(steps.filter(({ step }) => step.only === 'smtp-sign-in')).toEqual([])
    expect(steps.filter(({ step }) => step.kind === 'enter' && step.value === 'smtp-user')).toEqual([])
  }
})

test('classic Outlook: where the outgoing server is told to sign in, and SPA is left alone', () => {
  const outlook = GUIDES.find(({ name }) => name === 'outlook-classic')
  if (outlook === undefined) throw new Error('no guide')
  const words = guideWords(outlook, IMAP, english).lines.map((line) => line.words)
  expect(words).toContain('Tick "My outgoing server (SMTP) requires authentication"')
  expect(words).toContain('Leave unticked: "Require logon using Secure Password Authentication (SPA)"')
  const german = guideWords(outlook, IMAP, createTranslator('de')).lines.map((line) => line.words)
  expect(german).toContain('Haken setzen: „Der Postausgangsserver (SMTP) erfordert Authentifizierung“')
})

test('a program that has ended sends to another', () => {
  const ended = GUIDES.find(({ name }) => name === 'windows-mail')
  if (ended === undefined) throw new Error('no guide')
  expect(
    guideWords(ended, IMAP, english)
      .lines.map((line) => line.words)
      .join(' '),
  ).toContain('outlook-new')
})

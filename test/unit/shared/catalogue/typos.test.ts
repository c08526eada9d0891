import { describe, expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { meantDomain } from '#shared/catalogue/typos.ts'
import { computingMs } from '../../../support/computing-time.ts'

describe('a slip in a well-known domain is noticed', () => {
  test.each([
    ['letters changed over', 'gmial.com', 'gmail.com'],
    ['letters changed over', 'hotmial.co.uk', 'hotmail.co.uk'],
    ['letters changed over', 'yahho.com', 'yahoo.com'],
    ['letters changed over', 'mgail.com', 'gmail.com'],
    ['a wrong letter', 'hotnail.com', 'hotmail.com'],
    ['a wrong letter', 'outlock.com', 'outlook.com'],
    ['a wrong letter', 'gmai1.com', 'gmail.com'],
    ['a missing letter', 'outlok.com', 'outlook.com'],
    ['a missing letter', 'yaho.com', 'yahoo.com'],
    ['a missing letter', 'yaho.de', 'yahoo.de'],
    ['a missing letter', 'gmal.com', 'gmail.com'],
    ['a missing letter', 'tonline.de', 't-online.de'],
    ['a letter too many', 'iclould.com', 'icloud.com'],
    ['a letter too many', 'gmaill.com', 'gmail.com'],
    ['a letter too many', 'gnmail.com', 'gmail.com'],
    ['a slip in the ending', 'gmail.con', 'gmail.com'],
    ['a slip in the ending', 'gmail.cmo', 'gmail.com'],
    ['a slip in the ending', 'gmail.ocm', 'gmail.com'],
    ['a slip in the ending', 'gmail.co', 'gmail.com'],
    ['a slip in the ending', 'gmail.cm', 'gmail.com'],
    ['a slip in the ending', 'gmail.comm', 'gmail.com'],
    ['a slip in the ending', 'aol.con', 'aol.com'],
    ['a slip in the ending', 'gmx.nte', 'gmx.net'],
    ['a slip in the ending', 'hotmail.co.ik', 'hotmail.co.uk'],
    ['a slip in the ending', 'hotmail.couk', 'hotmail.co.uk'],
    ['a slip in both', 'gmial.con', 'gmail.com'],
    ['no dot', 'gmailcom', 'gmail.com'],
    ['no dot', 'webde', 'web.de'],
    ['no dot', 'hotmailcouk', 'hotmail.co.uk'],
    ['no ending', 'gmail', 'gmail.com'],
  ])('%s: %s', (_, typed, meant) => {
    expect(meantDomain(typed)).toBe(meant)
  })
})

describe('a domain of its own is left alone', () => {
  test.each([
    'example.org',
    'firma.de',
    'gmx.com',
    'mail.com',
    'email.com',
    'email.de',
    'mail.de',
    'mail.co.uk',
    'ymail.com',
    'jmail.com',
    'zmail.com',
    'qmail.org',
    'fmail.co.uk',
    'gmail.de',
    'hotmail.co.uk',
    'aol.de',
    'live.nl',
    'life.com',
    'olive.com',
    'alive.com',
    'cloud.com',
    'icloud.example',
    'outlook.example.com',
    'gmail.example.org',
    'comcast.com',
    'laposte.fr',
    'yahoo.ch',
    'yahoo.cn',
    'hotmail.co.nz',
    'aon.com',
    'gmk.de',
    'webs.com',
    'msn.de',
    'intranet',
    'localhost',
    '127.1',
    '',
    '.',
  ])('%s', (domain) => {
    expect(meantDomain(domain)).toBeNull()
  })

  test('every domain of the catalogue', () => {
    const domains = PROVIDERS.flatMap((provider) =>
      provider.domains.map((domain) => domain.replace(/^\*\./, 'below.')),
    )
    expect(domains.filter((domain) => meantDomain(domain) !== null)).toEqual([])
  })
})

test('a long domain takes no longer than a short one', () => {
  const tookMs = computingMs(() => {
    for (let round = 0; round < 100; round += 1) meantDomain(`${'gmail'.repeat(40)}.${'com.'.repeat(10)}com`)
  })
  expect(tookMs / 100).toBeLessThan(1)
})

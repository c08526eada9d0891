import { describe, expect, test } from 'vitest'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { readBy, told } from '../unit/shared/programs/readers/told.ts'

const LONG = 8 * 1_048_576 + 1
const HOSTILE = [
  '',
  '\u0000',
  '['.repeat(200_000),
  '"'.repeat(200_000),
  `set ${'a = "'.repeat(50_000)}`,
  'poll '.repeat(100_000),
  `${'\\'.repeat(200_000)}\n`,
  `[a]\n${'k=v\n'.repeat(100_000)}`,
  `user_pref("a", "${'\\x'.repeat(50_000)}`,
  'account '.repeat(100_000),
  'account a\n'.repeat(20_000),
  `set my_0=xx\n${Array.from({ length: 500 }, (_, at) => `set my_${at + 1}="$my_${at}-$my_${at}-"\n`).join('')}`,
]
const CLIENTS = Object.keys(READERS) as readonly ReadableClient[]

describe('hostile files', () => {
  test.each(CLIENTS)('%s refuses a file without an end', (client) => {
    expect(READERS[client].read([{ name: 'settings', text: 'a'.repeat(LONG) }])).toEqual({
      ok: false,
      error: 'too-big',
    })
  })

  test.each(CLIENTS)('%s ends with whatever it is given, in time', (client) => {
    const began = performance.now()
    for (const text of HOSTILE) {
      const outcome = READERS[client].read([{ name: 'settings', text }])
      if (outcome.ok) expect(outcome.value.accounts.length).toBeLessThanOrEqual(100)
    }
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  test('an account with a value that cannot be seen is left out, and said', () => {
    const { accounts, notes } = readBy(
      'msmtp',
      'account a\nhost a\u202e.example.org\naccount b\nhost b.example.org\n',
    )
    expect(accounts.map(({ name }) => name)).toEqual(['b'])
    expect(notes).toEqual(['damaged'])
  })

  test('a hundred accounts are read, and that there are more is said', () => {
    const text = Array.from({ length: 300 }, (_, at) => `IMAPAccount a${at}\nHost h${at}.example.org\n`).join(
      '\n',
    )
    const { accounts, notes } = readBy('mbsync', text)
    expect(accounts).toHaveLength(100)
    expect(notes).toEqual(['beyond-bounds'])
  })

  test('prefs.js that breaks off is refused', () => {
    expect(READERS.thunderbird.read([{ name: 'prefs.js', text: '/* no end' }])).toEqual({
      ok: false,
      error: 'damaged',
    })
  })

  test('half a character of UTF-16 in a registry value is no text', () => {
    const text = String.raw`Windows Registry Editor Version 5.00
[HKEY_CURRENT_USER\P\9375CFF0413111d3B88A00104B2A6676\00000001]
"IMAP Server"=hex:00,d8,61,00
"SMTP Server"="smtp.example.org"
`
    expect(readBy('outlook-classic', text).accounts.map(told)).toEqual([
      ['00000001 <->', 'smtp - smtp.example.org:25 none none'],
    ])
  })
})

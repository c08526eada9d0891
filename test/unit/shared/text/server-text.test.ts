import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { harmless, keywordsOnly } from '#shared/text/server-text.ts'
import { computingMs } from '../../../support/computing-time.ts'

describe('the words of a server are made fit to show', () => {
  test.each([
    ['plain words stay', '535 5.7.8 Authentication failed', '535 5.7.8 Authentication failed'],
    ['letters of other scripts stay', 'Ungültige Anmeldung, 認証失敗', 'Ungültige Anmeldung, 認証失敗'],
    ['an emoji stays', 'no 😀 today', 'no 😀 today'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['colours go', '\u001b[1;31mred\u001b[0m alert', 'red alert'],
    ['the screen is not cleared', 'a\u001b[2Jb', 'ab'],
    ['a title is not set', '\u001b]0;evil\u0007hello', 'hello'],
    ['a title without an end takes the rest', 'hello\u001b]0;evil', 'hello'],
    [
      'a hyperlink (OSC 8) leaves its words',
      '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\',
      'here',
    ],
    ['the clipboard (OSC 52) is not written', 'a\u001b]52;c;ZXZpbA==\u0007b', 'ab'],
    ['the one-octet escape is gone', 'a\u009b31mb', 'a31mb'],
    ['a two-character escape is gone', 'a\u001bMb', 'ab'],
    ['a bare escape is gone', 'a\u001b', 'a'],
    ['two lines become one', 'first\r\nsecond\nthird\rfourth', 'first second third fourth'],
    ['Unicode line ends too', 'first\u2028second\u2029third\u0085fourth', 'first second third fourth'],
    ['a NUL, a bell and a backspace go', 'a\0b\u0007c\bd', 'abcd'],
    ['the writing direction is not turned', 'a\u202eb\u2066c\u200fd\u2069e', 'abcde'],
    ['zero-width characters go', 'a\u200bb\u200cc\u200dd\ufeffe\u2060f', 'abcdef'],
    ['a soft hyphen goes', 'pass\u00adword', 'password'],
    ['invisible fillers and joiners go', 'a\u034fb\u115fc\u3164d\ufe0fe', 'abcde'],
    ['invisible tags go', 'a\u{e0041}b', 'ab'],
    ['private characters go', 'a\ue000b\u{100000}', 'a b'],
    ['half a character goes', 'a\ud83db', 'a b'],
    ['the mark of broken UTF-8 goes', 'a\ufffdb', 'a b'],
    ['spaces of all kinds become one', '  a \u00a0\u3000 b\t\tc  ', 'a b c'],
    ['nothing stays nothing', '', ''],
    ['only harm leaves nothing', '\u001b[31m\u200b\r\n', ''],
  ])('%s', (_, text, expected) => {
    expect(harmless(text)).toBe(expected)
  })
})

describe('at most 200 characters of them are shown', () => {
  test.each([
    ['200 letters stay', 'x'.repeat(200), 'x'.repeat(200)],
    ['201 letters are cut, visibly', 'x'.repeat(201), `${'x'.repeat(199)}…`],
    ['200 emoji stay', '😀'.repeat(200), '😀'.repeat(200)],
    ['no emoji is cut in half', '😀'.repeat(201), `${'😀'.repeat(199)}…`],
    ['what is removed does not count', '\u200b'.repeat(500), ''],
    ['spaces count once', `a${' '.repeat(500)}b`, 'a b'],
  ])('%s', (_, text, expected) => {
    expect(harmless(text)).toBe(expected)
  })

  test('whatever comes, at most 200 characters of one line without anything invisible are left', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('\u001b[', '\u001b]', '\u0007', '\u001b\\', '\u202e', '😀', 'x'.repeat(150), ' '),
    )
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const shown = harmless(parts.join(''))
        expect(Array.from(shown).length).toBeLessThanOrEqual(200)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u)
        expect(harmless(shown)).toBe(shown)
      }),
      { numRuns: 500 },
    )
  })

  test('a megabyte of unfinished escapes takes less than half a second', () => {
    expect(computingMs(() => harmless('\u001b]'.repeat(500_000)))).toBeLessThan(500)
  })
})

describe('before encryption only protocol words survive', () => {
  test.each([
    ['220 mail.example.org ESMTP Postfix', '220 …'],
    ['250-mail.example.org', '250-…'],
    ['250-AUTH PLAIN LOGIN', '250-AUTH PLAIN LOGIN'],
    ['250-AUTH=PLAIN LOGIN', '250-AUTH=PLAIN LOGIN'],
    ['250-SIZE 35882577', '250-SIZE …'],
    ['250-XXXXXXXA', '250-XXXXXXXA'],
    ['250 STARTTLS', '250 STARTTLS'],
    ['220 2.0.0 Ready to start TLS', '220 …'],
    [
      '* OK [CAPABILITY IMAP4rev1 SASL-IR STARTTLS LOGINDISABLED] Dovecot ready.',
      '* OK CAPABILITY IMAP4rev1 SASL-IR STARTTLS LOGINDISABLED …',
    ],
    ['* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN', '* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN'],
    ['A1 OK begin TLS negotiation now', 'A1 OK …'],
    ['* PREAUTH welcome back', '* PREAUTH …'],
    ['* BYE', '* BYE'],
    ['+OK POP3 server ready <1896.697170952@example.org>', '+OK …'],
    ['-ERR', '-ERR'],
    ['STLS', 'STLS'],
    ['SASL PLAIN SCRAM-SHA-256', 'SASL PLAIN SCRAM-SHA-256'],
    ['+ go ahead', '+ …'],
    ['starttls', 'starttls'],
    ['', ''],
  ])('%s', (line, expected) => {
    expect(keywordsOnly(line)).toBe(expected)
  })
})

describe('a message to the user does not survive', () => {
  test.each([
    ['* OK [ALERT] YOUR ACCOUNT IS BLOCKED, CALL +1 800 555 0199', '* OK …'],
    ['220 CALL +1 800 555 0199 NOW', '220 …'],
    ['250 AUTH=CALL-0800-555-0199', '250 …'],
    ['250 PLAIN=HTTPS://EVIL.EXAMPLE', '250 …'],
    ['* OK [CAPABILITY IMAP4rev1 X-VISIT-EVIL.EXAMPLE]', '* OK CAPABILITY IMAP4rev1 …'],
    ['SEND YOUR PASSWORD TO EVIL@EVIL.EXAMPLE', '…'],
    ['08005550199', '…'],
    ['0800-555-0199', '…'],
    ['A99999 NO', '… NO'],
    ['-ERR \u001b[31mLOGIN\u001b[0m', '-ERR …'],
    ['* BYE\r\n* OK GO TO EVIL.EXAMPLE', '* BYE … OK …'],
    ['LOGIN\u202eGO', '…'],
  ])('%j', (line, expected) => {
    expect(keywordsOnly(line)).toBe(expected)
  })

  test('whatever comes, the rest is a status prefix, known words and dots', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'OK',
        'AUTH=PLAIN',
        'CALL',
        '0800',
        '[',
        '=',
        '\r\n',
        '*',
        '220 ',
        'A1 ',
        'https://evil.example',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const kept = keywordsOnly(words.join(' '))
        expect(kept).toMatch(/^(\d{3}[ -]|\* |\+ |[A-Z]\d{1,4} )?([A-Z0-9+=-]+|…)?( ([A-Z0-9+=-]+|…))*$/i)
        expect(kept).not.toMatch(/call|evil|0800/i)
      }),
      { numRuns: 500 },
    )
  })
})

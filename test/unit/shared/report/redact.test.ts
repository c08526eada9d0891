import { describe, expect, test } from 'vitest'
import { createRedactor } from '#shared/report/redact.ts'
import { inXml, inXmlText, numbered, toBase64 } from '../../../support/writings.ts'

const SECRET = 'PÄss "w&<\'>/+~ö'
const bytes = Buffer.from(SECRET, 'utf8')
const redact = createRedactor([SECRET])

/** The secret at one of the three places it can begin in, without the characters it shares with its neighbours. */
function base64At(offset: number, secret: string = SECRET): string {
  const { length } = Buffer.from(secret)
  const text = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]).toString('base64')
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + length) * 8) / 6))
}

const octetsAfter = (sign: string) =>
  [...bytes].map((byte) => sign + byte.toString(16).toUpperCase().padStart(2, '0')).join('')

const inPairs = (sign: string) => (bytes.toString('hex').match(/../g) ?? []).join(sign)

/** U+FF01 to U+FF5E are the printable characters of ASCII once more. */
const inWideLetters = (text: string) =>
  text
    .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000')

const inUrl = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_')
const percentInLowerCase = (text: string) => text.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())

const FORMS: readonly (readonly [string, string])[] = [
  ['as it is', SECRET],
  ['base64 at 0', base64At(0)],
  ['base64 at 1', base64At(1)],
  ['base64 at 2', base64At(2)],
  ['base64url at 0', inUrl(base64At(0))],
  ['base64url at 1', inUrl(base64At(1))],
  ['base64url at 2', inUrl(base64At(2))],
  ['hex', bytes.toString('hex')],
  ['hex in capitals', bytes.toString('hex').toUpperCase()],
  ['percent signs', encodeURIComponent(SECRET)],
  ['percent signs with a plus for the space', encodeURIComponent(SECRET).replaceAll('%20', '+')],
  ['percent signs with small letters', percentInLowerCase(encodeURIComponent(SECRET))],
  ['JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['an IMAP quoted string', SECRET.replaceAll('\\', '\\\\').replaceAll('"', '\\"')],
  ['an XML attribute', inXml(SECRET)],
  ['XML text', inXmlText(SECRET)],
  ['UTF-8 taken for Latin-1', bytes.toString('latin1')],
  ['in capitals', SECRET.toUpperCase()],
  ['in small letters', SECRET.toLowerCase()],
  ['with letters put together (NFC)', SECRET.normalize('NFC')],
  ['with letters taken apart (NFD)', SECRET.normalize('NFD')],
  ['taken apart and in capitals', SECRET.normalize('NFD').toUpperCase()],
  ['base64 of the letters taken apart', base64At(0, SECRET.normalize('NFD'))],
  ['JSON with numbers for letters', numbered(SECRET)],
  ['JSON with numbers in capitals', numbered(SECRET).toUpperCase().replaceAll('\\U', '\\u')],
  ['JSON with numbers for some letters', SECRET.replace('Ä', '\\u00c4').replaceAll('"', '\\"')],
  ['JSON with an escaped slash', JSON.stringify(SECRET).slice(1, -1).replaceAll('/', '\\/')],
  [
    'JSON for a page',
    JSON.stringify(SECRET)
      .slice(1, -1)
      .replace(/[<>&']/g, numbered),
  ],
  ['every octet with a percent sign', octetsAfter('%')],
  ['percent signs where one has to', encodeURI(SECRET)],
  ['octets as C writes them', octetsAfter('\\x')],
  ['octets in octal', [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')],
  ['decimal references', Array.from(SECRET, (c) => `&#${c.codePointAt(0)};`).join('')],
  ['hexadecimal references', Array.from(SECRET, (c) => `&#x${c.codePointAt(0)?.toString(16)};`).join('')],
  ['quoted-printable', octetsAfter('=')],
  ['with lost letters', SECRET.replace(/[^ -~]/g, '?')],
  ['with lost letters, as this side reads them', SECRET.replace(/[^ -~]/g, '\ufffd')],
  ['with a question mark for each octet of a lost letter', SECRET.replace(/[^ -~]/g, '??')],
  ['with the letters left out that are not ASCII', SECRET.replace(/[^ -~]/g, '')],
  ['without its accents', SECRET.normalize('NFD').replace(/\p{M}/gu, '')],
  ['base64 of its octets in Latin-1', Buffer.from(SECRET, 'latin1').toString('base64').replace(/=+$/, '')],
  ['hex of its octets in Latin-1', Buffer.from(SECRET, 'latin1').toString('hex')],
  ['base64 of its octets in UTF-16', Buffer.from(SECRET, 'utf16le').toString('base64').replace(/=+$/, '')],
  ['base64 of its base64', toBase64(toBase64(SECRET)).replace(/=+$/, '')],
  ['hex with blanks', inPairs(' ')],
  ['hex with colons', inPairs(':')],
  ['hex as a list of C', inPairs(', 0x')],
  ['percent signs, twice', encodeURIComponent(encodeURIComponent(SECRET))],
  ['broken over two words', `${SECRET.slice(0, 2)} ${SECRET.slice(2)}`],
  ['broken over two lines', `${SECRET.slice(0, 9)}\r\n${SECRET.slice(9)}`],
  ['in letters as wide as ideographs', inWideLetters(SECRET)],
]

describe('a secret is replaced in every form it takes', () => {
  test.each(FORMS)('%s', (_, form) => {
    expect(redact(`535 ${form} is wrong`)).toBe('535 [password] is wrong')
  })
})

describe('a secret is replaced', () => {
  test('as part of a SASL PLAIN message', () => {
    for (const userName of ['a', 'an', 'ann']) {
      const message = Buffer.from(`\0${userName}\0${SECRET}`).toString('base64')
      expect(redact(`AUTH PLAIN ${message}`)).toMatch(/^AUTH PLAIN \S{1,8}\[password\]=*$/)
    }
  })

  test('as a SASL LOGIN answer', () => {
    expect(redact(Buffer.from(SECRET).toString('base64'))).toMatch(/^\[password\]=*$/)
  })

  test('however often it occurs', () => {
    expect(redact(`${SECRET},${SECRET}\n${SECRET}`)).toBe('[password],[password]\n[password]')
  })

  test('each of several secrets', () => {
    expect(createRedactor(['first-one', 'second-one'])('first-one second-one')).toBe('[password] [password]')
  })

  test('the longer of two secrets when one contains the other', () => {
    expect(createRedactor(['stable', 'stable-battery'])('stable-battery, stable')).toBe(
      '[password], [password]',
    )
  })

  test.each([
    ['with itself', ['abcabcab'], 'abcabcabcab'],
    ['with another', ['first-half', 'half-second'], 'first-half-second'],
    ['with one inside it', ['inside', 'not-inside-it'], 'not-inside-it'],
    ['with itself over and over', ['ababab'], 'ab'.repeat(50)],
  ])('leaving nothing of one that overlaps %s', (_, secrets, text) => {
    expect(createRedactor(secrets)(`<${text}>`)).toBe('<[password]>')
  })

  test('that is a file by mistake, however long it is', () => {
    const file = Array.from({ length: 4_000 }, (_, line) => `line ${line} of a key "file" \u00e4\n`).join('')
    const long = createRedactor([file])
    for (const form of [file, encodeURIComponent(file), JSON.stringify(file).slice(1, -1)])
      expect(long(`<${form}>`)).toBe('<[password]>')
  })

  test('whose capitals are more letters than the small ones', () => {
    expect(createRedactor(['straße-7'])('no STRASSE-7 here')).toBe('no [password] here')
  })
})

describe('a secret is replaced as well', () => {
  test.each([
    ['İstanbul77', 'istanbul77'],
    ['İstanbul77', 'ISTANBUL77'],
    ['istanbul77', 'İSTANBUL77'],
    ['ISTANBUL77', 'ıstanbul77'],
  ])('%s written with the i of another language: %s', (secret, echo) => {
    expect(createRedactor([secret])(`no ${echo} here`)).toBe('no [password] here')
  })

  test.each(['?', '??', '????', '\ufffd'])('whose emoji became %s', (lost) => {
    expect(createRedactor(['kanari-😀-x'])(`no kanari-${lost}-x here`)).toBe('no [password] here')
  })

  test('with control characters, as JSON writes them', () => {
    const inJson = createRedactor(['a\tb\nc\u0001d\\'])
    expect(inJson('{"secret":"a\\tb\\nc\\u0001d\\\\"}')).toBe('{"secret":"[password]"}')
  })

  test('with characters that mean something in a pattern', () => {
    expect(createRedactor(['a.*(b)[c]{1}|^$+?\\/-'])('<a.*(b)[c]{1}|^$+?\\/->')).toBe('<[password]>')
    expect(createRedactor(['a.c'])('abc')).toBe('abc')
  })

  test('with half a character in it, as it will be written to a wire', () => {
    expect(createRedactor(['one-half\ud83d'])('said one-half\ufffd')).toBe('said [password]')
  })
})

describe('what is no secret stays readable', () => {
  test.each([
    'imap.example.org:993:tls',
    'anna@example.org',
    'TLS_AES_256_GCM_SHA384 TLSv1.3',
    '535 5.7.8 AUTH_REJECTED',
    '* CAPABILITY IMAP4rev1 AUTH=PLAIN',
    '2026-11-20T21:00:00.000Z',
    'AB:CD:EF:01:23:45:67:89',
    'The password was wrong.',
    '192.0.2.1 [2001:db8::1]',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('an empty secret replaces nothing', () => {
    expect(createRedactor([''])('nothing to hide')).toBe('nothing to hide')
    expect(createRedactor([])('nothing to hide')).toBe('nothing to hide')
  })
})

/** One line of each kind in which the holes of a short or a known password would tell it. */
const CONVERSATION = [
  '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] imap.example.org ready (1)',
  'A1 AUTHENTICATE PLAIN [password]',
  '* ID ("name" "imap" "version" "1")',
  'A1 NO [AUTHENTICATIONFAILED] Authentication failed for anna.smith@example.org.',
  '535 5.7.8 Error: authentication failed, 1 attempt left',
  '+OK Dovecot ready <1.e.A1@imap.example.org>',
]
const OPEN = { hosts: ['imap.example.org'], userNames: ['anna.smith@example.org', 'EXAMPLE\\anna'] }
const GIVEN_AWAY_BY_HOLES = [
  '1',
  'e',
  'A1',
  'x7',
  'imap',
  'IMAP',
  'Ann',
  'horse',
  '😀'.repeat(3),
  'CAPABILITY',
  'imap4rev1',
  'authentication',
  'Dovecot',
  'failed',
  'password',
  'imap.example.org',
  'example.org',
  'anna.smith',
  'ANNA.SMITH@EXAMPLE.ORG',
  'EXAMPLE\\anna',
]

describe.each(['abc1', 'x;y"z'])('the short secret %j, which is no word', (secret) => {
  const anna = 'anna@example.org'
  const careful = createRedactor([secret], { hosts: ['imap.example.org'], userNames: [anna] })
  const message = toBase64(`\0${anna}\0${secret}`)

  test.each([
    ['behind its field', `535 password: ${secret}`, '535 password: [password]'],
    ['behind an arrow', `535 password=>${secret}`, '535 password=>[password]'],
    ['behind its field in German', `535 Passwort: ${secret}.`, '535 Passwort: [password].'],
    ['as the second word of LOGIN', `A2 BAD LOGIN ${anna} ${secret}`, `A2 BAD LOGIN ${anna} [password]`],
    [
      'the same with a name in quotation marks',
      `BAD LOGIN "${anna}" ${secret}`,
      `BAD LOGIN "${anna}" [password]`,
    ],
    ['as a message of PLAIN without its end', `535 ${message.replace(/=+$/, '')}`, '535 [password]'],
    ['as a message of PLAIN in small letters', `535 ${message.toLowerCase()}`, '535 [password]'],
  ])('is taken out %s', (_, said, expected) => {
    expect(careful(said)).toBe(expected)
  })
})

describe('words that are said every time are no pieces of a secret', () => {
  test.each([
    ['plainlogin', '250 AUTH PLAIN LOGIN'],
    ['wrongpassword', 'NO wrong password'],
    ['isinva', 'the name is invalid'],
    ['äfailed', '535 failed'],
    ['authöfailed', '535 auth failed'],
    ['failed', 'NO LOGIN anna.smith@example.org failed'],
    ['authentication', '535 wrong password: authentication failed'],
    ['condstore', '* CAPABILITY IMAP4rev1 CONDSTORE'],
    ['special-use', '* CAPABILITY IMAP4rev1 SPECIAL-USE'],
    ['futurerelease', '250 FUTURERELEASE 1'],
  ])('the secret %s leaves no hole in %j', (secret, line) => {
    expect(createRedactor([secret], OPEN)(line)).toBe(line)
  })
})

describe.each(GIVEN_AWAY_BY_HOLES)('the secret %j, whose holes would tell it', (secret) => {
  const careful = createRedactor([secret], OPEN)

  test.each(CONVERSATION)('leaves no hole in %j', (line) => {
    expect(careful(line)).toBe(line)
  })

  test.each([
    ['in quotation marks', `535 "${secret}" is wrong`, '535 "[password]" is wrong'],
    ['in single ones', `535 '${secret}' is wrong`, "535 '[password]' is wrong"],
    ['in printed ones', `535 „${secret}“ is wrong`, '535 „[password]“ is wrong'],
    ['in other letters', `535 "${secret.toUpperCase()}" is wrong`, '535 "[password]" is wrong'],
    ['behind its command', `-ERR what is PASS ${secret}`, '-ERR what is PASS [password]'],
    ['in its field', `535 login=anna&password=${secret}&x`, '535 login=anna&password=[password]&x'],
    ['as an answer of LOGIN', `535 ${toBase64(secret)}`, '535 [password]'],
    ['as a message of PLAIN', `535 ${toBase64(`\0EXAMPLE\\anna\0${secret}`)}`, '535 [password]'],
  ])('is taken out %s', (_, said, expected) => {
    expect(careful(said)).toBe(expected)
  })

  test('is not looked for in what Mailwright says', () => {
    expect(careful(`A2 LOGIN "${secret}" [password]`, 'mailwright')).toBe(`A2 LOGIN "${secret}" [password]`)
  })
})

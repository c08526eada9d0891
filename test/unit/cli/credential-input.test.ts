import { PassThrough, Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import { DEFAULT_OPTIONS } from '#engine/system-environment.ts'
import { usableUserName } from '#cli/credential-input.ts'
import { readCommonOptions } from '#cli/common-options.ts'
import { UsageError } from '#cli/exit-status.ts'
import { askSecret, readSecret } from '#cli/prompt.ts'
import type { Terminal } from '#cli/terminal.ts'

function terminalWith(input: Readable): Terminal {
  const { signal } = new AbortController()
  return { input, results: new PassThrough(), progress: new PassThrough(), env: {}, signal }
}

/** What is said about it, or the value itself. */
async function outcomeOf(work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UsageError) return translated(error.text, createTranslator('en').t)
    throw error
  }
}

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const piped = (octets: Buffer) => outcomeOf(() => readSecret(terminalWith(Readable.from([octets]))))
const LONG = 'x'.repeat(16_384)

const UNUSABLE: readonly (readonly [string, Buffer, string])[] = [
  ['in Latin-1', Buffer.from('pässwort', 'latin1'), 'the secret is not valid UTF-8'],
  ['cut off inside a letter', utf8('passwö').subarray(0, -1), 'the secret is not valid UTF-8'],
  ['with a surrogate in it (CESU-8)', Buffer.from('70eda0bd', 'hex'), 'the secret is not valid UTF-8'],
  ['written too long', Buffer.from('70c0af', 'hex'), 'the secret is not valid UTF-8'],
  ['in UTF-16 with its mark', Buffer.from('\ufeffpassword', 'utf16le'), 'the secret is not valid UTF-8'],
  ['in UTF-16 without one', Buffer.from('password', 'utf16le'), 'the secret has a control character'],
  ['with lost letters', utf8('p\ufffdsswort'), 'the secret is not valid UTF-8'],
  ['with a byte order mark', utf8('\ufeffpassword'), 'the secret begins with a byte order mark'],
  ['with a NUL', utf8('pass\0word'), 'the secret has a control character'],
  [
    'with a second line',
    utf8('password\nanother\n'),
    'the secret has a control character in it, or more than one',
  ],
  ['with an escape sequence', utf8('pass\u001b[31mword'), 'the secret has a control character'],
  ['with nothing in it', utf8(''), 'the secret is empty'],
  ['with nothing but a line break', utf8('\r\n'), 'the secret is empty'],
  ['one octet too long', utf8(`${LONG}x`), 'the secret is too long'],
  ['too long and cut off inside a letter', utf8(`${LONG}\r\nä`).subarray(0, -1), 'the secret is too long'],
]

describe('a secret that is piped in', () => {
  test.each(UNUSABLE)('%s is refused', async (_, octets, words) => {
    const said = await piped(octets)
    expect(said).toMatch(/; nothing was sent$/)
    expect(String(said).slice(0, words.length)).toBe(words)
  })

  test.each([
    ['as it is', 'pässwort-"1"\\ ', ''],
    ['without the end of its line', 'pässwort', '\n'],
    ['without the end of a line on Windows', 'pässwort', '\r\n'],
    ['at its greatest length', LONG, '\r\n'],
  ])('is taken %s', async (_, secret, end) => {
    expect(await piped(utf8(secret + end))).toBe(secret)
  })

  test('letter by letter and octet by octet is the same', async () => {
    const octets = [...utf8('pässwort\n')].map((octet) => Buffer.from([octet]))
    expect(await readSecret(terminalWith(Readable.from(octets)))).toBe('pässwort')
  })

  test('is read no further than it can be long', async () => {
    let taken = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          taken += 1
          yield utf8(LONG)
        }
      })(),
    )
    expect(await outcomeOf(() => readSecret(terminalWith(endless)))).toMatch(/^the secret is too long/)
    expect(taken).toBeLessThan(40)
  })

  test('from what cannot be read is wrong usage', async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('cAnary'), { code: 'EISDIR' }))
      },
    })
    expect(await outcomeOf(() => readSecret(terminalWith(broken)))).toBe(
      'standard input cannot be read (EISDIR)',
    )
  })
})

describe('a secret that is typed', () => {
  const typed = (text: string) => {
    const input = new PassThrough()
    input.write(text)
    return outcomeOf(() => askSecret(terminalWith(input), '?'))
  }

  test.each([
    ['as it is', 'pässwort\r', 'pässwort'],
    ['when it is empty', '\r', 'the secret is empty; nothing was sent'],
    ['when letters were lost', 'p\ufffdss\r', 'the secret is not valid UTF-8; nothing was sent'],
    ['when it is too long', `${LONG}x\r`, 'the secret is too long (at most 16384 octets); nothing was sent'],
    [
      'when its line has no end',
      LONG.repeat(3),
      'the secret is too long (at most 16384 octets); nothing was sent',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await typed(text)).toBe(expected)
  })
})

describe('--user', () => {
  test.each([
    ['anna\nA2 DELETE INBOX', '--user: the user name has a control character in it, or more than one line'],
    ['anna\r', '--user: the user name has a control character in it, or more than one line'],
    ['anna\0', '--user: the user name has a control character in it, or more than one line'],
    ['anna\u202egro', '--user: the user name has a character in it that changes the direction of writing'],
    ['ann\ufffd', '--user: the user name is not valid UTF-8'],
    ['x'.repeat(321), '--user: the user name is too long'],
    ['', '--user: the user name is empty'],
  ])('%j is refused', async (name, words) => {
    expect(await outcomeOf(() => usableUserName(name, '--user'))).toBe(`${words}; nothing was sent`)
  })

  test.each(['anna', 'EXAMPLE\\anna', 'änna@bücher.example', ' a b '])('%j is taken', (name) => {
    expect(usableUserName(name, '--user')).toBe(name)
  })
})

describe('the environment', () => {
  test.each([
    ['MAILWRIGHT_OAUTH_GOOGLE_CLIENT_SECRET', 'cAnary\nsecret'],
    ['MAILWRIGHT_OAUTH_GOOGLE_CLIENT_SECRET', 'cAnary\ufffd'],
    ['MAILWRIGHT_OAUTH_MY_OWN_CLIENT_ID', `cAnary${LONG}`],
    ['MAILWRIGHT_PROXY', 'http://anna:cAnary%00@proxy.example.org:3128'],
    ['MAILWRIGHT_PROXY', 'http://anna:cAnary%FF@proxy.example.org:3128'],
    ['MAILWRIGHT_PROXY', 'http://anna:cAnary%EF%BF%BD@proxy.example.org:3128'],
    ['MAILWRIGHT_PROXY', 'http://an%E2%80%AEna:cAnary@proxy.example.org:3128'],
    ['MAILWRIGHT_PROXY', `http://anna:cAnary${LONG}@proxy.example.org:3128`],
  ])('names %s when it cannot be used, and not what it holds', async (name, value) => {
    const said = await outcomeOf(() => readCommonOptions({}, { [name]: value }, {}, 'en'))
    expect(said).toMatch(new RegExp(`^${name}: `))
    expect(said).not.toMatch(/cAnary|xxx/)
  })

  test('may name a client and a proxy', async () => {
    const env = {
      MAILWRIGHT_OAUTH_GOOGLE_CLIENT_ID: 'id',
      MAILWRIGHT_OAUTH_GOOGLE_CLIENT_SECRET: 'a secret ä',
      MAILWRIGHT_OAUTH_EMPTY_CLIENT_SECRET: '',
    }
    expect(await outcomeOf(() => readCommonOptions({}, env, {}, 'en'))).toMatchObject({
      system: { proxy: DEFAULT_OPTIONS.proxy },
    })
  })
})

import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../../../scripts/catalogue/transcript.ts'

const HEAD = 'collection nylas\nfile providers.py\n'

const lineOf = (text: string) => {
  const read = readTranscript(`${HEAD}${text}\n`)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

describe('a line of a transcript', () => {
  test('is one provider: domains, MX suffixes, servers, form of the user name, pages', () => {
    expect(
      lineOf(
        'example.org example.net | mx.example.org | imap imap.example.org, smtp mail.example.org:587 | local-part | https://example.org/help',
      ),
    ).toEqual([
      {
        db: 'nylas',
        file: 'providers.py',
        domains: ['example.org', 'example.net'],
        mx: ['mx.example.org'],
        servers: {
          imap: [['imap.example.org', 993, 'tls', 'local-part']],
          smtp: [['mail.example.org', 587, 'starttls', 'local-part']],
        },
        help: ['https://example.org/help'],
      },
    ])
  })

  test.each([
    ['imap mail.example.org', 'imap', ['mail.example.org', 993, 'tls', 'address']],
    ['pop3 mail.example.org', 'pop3', ['mail.example.org', 995, 'tls', 'address']],
    ['smtp mail.example.org', 'smtp', ['mail.example.org', 465, 'tls', 'address']],
    ['imap mail.example.org:143', 'imap', ['mail.example.org', 143, 'starttls', 'address']],
    ['smtp mail.example.org:587:tls', 'smtp', ['mail.example.org', 587, 'tls', 'address']],
    ['imap mail.example.org:143:plain', 'imap', ['mail.example.org', 143, 'plain', 'address']],
  ] as const)('"%s" says port and encryption, or means the usual ones', (text, protocol, server) => {
    expect(lineOf(`example.org || ${text}`).map(({ servers }) => servers)).toEqual([{ [protocol]: [server] }])
  })

  test('a port that has no usual encryption is left to the import to refuse', () => {
    expect(lineOf('example.org || imap mail.example.org:1143').map(({ servers }) => servers)).toEqual([
      { imap: [['mail.example.org', 1143, 'unsaid', 'address']] },
    ])
  })

  test('a file of "*" is called by the first domain, or the first MX suffix', () => {
    const read = readTranscript(
      'collection programs\nfile *\nexample.org || imap a.example.org\n| mx.example.net | imap b.example.net\n',
    )
    expect(read.ok && read.value.map(({ file }) => file)).toEqual(['example.org', 'mx.example.net'])
  })

  test('remarks and empty lines say nothing, and a later file or collection holds for what follows', () => {
    const read = readTranscript(
      '# a remark\n\ncollection a\nfile one\nexample.org || imap a.example.org\nfile two\nexample.net || imap a.example.org\ncollection b\nexample.com || imap a.example.org\n',
    )
    expect(read.ok && read.value.map(({ db, file }) => `${db}/${file}`)).toEqual(['a/one', 'a/two', 'b/two'])
  })
})

test.each([
  ['example.org || imap a.example.org', 1, 'no-collection'],
  ['collection a\nexample.org || imap a.example.org', 2, 'no-file'],
  [`${HEAD}example.org | mx.example.org`, 3, 'no-server'],
  [`${HEAD}example.org || gopher a.example.org`, 3, 'no-server'],
  [`${HEAD}example.org || imap a.example.org:x`, 3, 'no-server'],
  [`${HEAD} | | imap a.example.org`, 3, 'no-provider'],
] as const)('a line that cannot be read is named, and nothing is taken: %j', (text, line, why) => {
  expect(readTranscript(text)).toEqual({ ok: false, error: { line, why } })
})

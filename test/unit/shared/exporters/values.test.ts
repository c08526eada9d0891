import { parseEnv } from 'node:util'
import plist from 'plist'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { EXPORT_FORMAT_NAMES, type ExportFormatName } from '#shared/domain/program-names.ts'
import { exported, setupOf, tryExport } from '../../../support/exports/exported.ts'

const SERVERS = { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:587:starttls' } as const
const PATH = { documentPath: String.raw`C:\Users\anna\autodiscover.xml` }

/** User names that readers of settings files trip over. */
const NAMES = [
  `o'neill`,
  'a"b',
  String.raw`dom\anna`,
  'anna%example.test',
  '%EMAILADDRESS%',
  '# anna',
  'anna;rm',
  'anna kraus',
  ' anna',
  '$(touch pwned)',
  '`touch pwned`',
  ']]>&amp;<x>',
  'größe',
  '=cmd',
  '-oProxy',
  '%(remotehost)s',
] as const

const BREAKING = [
  'anna\npassword = x',
  'anna\r',
  'anna\0',
  'anna\u2028x',
  'anna\ud800',
  'anna\uffff',
  'an\u200bna',
  'an\u00adna',
] as const

/** The user names that a file holds, as its reader sees them; formats without a reader here are in `test/real`. */
const READERS: Partial<Record<ExportFormatName, (content: string) => readonly (string | undefined)[]>> = {
  mobileconfig: (content) => {
    const [mail] = (plist.parse(content) as { PayloadContent: readonly Record<string, string>[] })
      .PayloadContent
    return [mail?.['IncomingMailServerUsername'], mail?.['OutgoingMailServerUsername']]
  },
  'thunderbird-autoconfig': (content) => textsOf(content, 'username'),
  'outlook-autodiscover': (content) => textsOf(content, 'LoginName'),
  'android-payload': (content) => {
    const [, , incoming, groups] = JSON.parse(content) as [1, [1, 1], string[], [[string[], string[]]]]
    return [incoming[5], groups[0][0][5]]
  },
  env: (content) => {
    const values = parseEnv(content)
    return [values['IMAP_USER'], values['SMTP_USER']]
  },
  nodemailer: (content) => [(JSON.parse(content) as { auth: { user: string } }).auth.user],
  imapflow: (content) => [(JSON.parse(content) as { auth: { user: string } }).auth.user],
  json: (content) =>
    (JSON.parse(content) as { services: { userName: string }[] }).services.map(({ userName }) => userName),
}

function textsOf(xml: string, element: string): readonly string[] {
  const texts: string[] = []
  let open: string | null = null
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => (open = name))
  parser.on('text', (text) => {
    if (open === element && text.trim() !== '') texts.push(text)
  })
  parser.on('closetag', () => (open = null))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return texts
}

describe.each(Object.entries(READERS))('%s', (format, read) => {
  test.each(NAMES)('holds the user name %j as it is, or refuses it', (userName) => {
    const made = tryExport(format as ExportFormatName, setupOf({ servers: SERVERS, userName }))
    if (!made.ok) expect(made.error).toEqual({ code: 'FILE_VALUE', value: 'user-name' })
    else for (const seen of read(made.value)) expect(seen).toBe(userName)
  })

  test('holds most of them', () => {
    const made = NAMES.filter(
      (userName) => tryExport(format as ExportFormatName, setupOf({ servers: SERVERS, userName })).ok,
    )
    expect(made.length).toBeGreaterThanOrEqual(10)
  })
})

describe('a value that ends a line, or is no text, is in no file', () => {
  test.each(EXPORT_FORMAT_NAMES.filter((name) => name !== 'email-oauth2-proxy'))('%s', (format) => {
    for (const userName of BREAKING)
      expect(tryExport(format, setupOf({ servers: SERVERS, userName }), PATH).ok).toBe(false)
  })
})

/** What only plain names may enter, because a shell or a reader with few rules follows. */
test.each<readonly [ExportFormatName, readonly string[]]>([
  ['aerc', ['$(touch pwned)', '`x`', `o'neill`, 'a b', 'a;b', '-x']],
  ['getmail', ['a b', 'a"b', 'a(b', 'größe', '{3}']],
  ['outlook-prf', ['a;b', 'a"b', 'a%b', 'größe', '[x]', 'a b']],
  ['himalaya', ['-x', ' a']],
  ['msmtp', [' a', 'a ']],
])('%s refuses %j', (format, names) => {
  const servers = format === 'getmail' ? { imap: SERVERS.imap } : SERVERS
  for (const userName of names)
    expect(tryExport(format, setupOf({ servers, userName }))).toEqual({
      ok: false,
      error: { code: 'FILE_VALUE', value: 'user-name' },
    })
})

test.each(['C:\\a"b\\x.xml', 'x.xml', '\\\\server\\share\\x.xml', 'C:\\x.txt', 'C:/x.xml', 'C:\\x.xml\n'])(
  'the registry is not pointed to %j',
  (documentPath) => {
    expect(tryExport('outlook-registry', setupOf({ servers: SERVERS }), { documentPath })).toMatchObject({
      error: { code: 'FILE_VALUE', value: 'document-path' },
    })
  },
)

test('the registry file is the same in every code page', () => {
  const documentPath = String.raw`C:\Users\Jörg\a.xml`
  const content = exported('outlook-registry', setupOf({ servers: SERVERS }), { documentPath })
  expect(content).toMatch(/^[\x20-\x7e\r\n]+$/)
  const octets = /hex\(1\):([0-9a-f,]+)/
    .exec(content)?.[1]
    ?.split(',')
    .map((octet) => Number.parseInt(octet, 16))
  expect(Buffer.from(octets ?? []).toString('utf16le')).toBe(`${documentPath}\0`)
})

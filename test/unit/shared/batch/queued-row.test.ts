import { describe, expect, test } from 'vitest'
import { isAllowedSecret, readSecretPrefixes } from '#shared/batch/allowed-secrets.ts'
import { queuedRowOf, readQueuedResult, readQueuedRow } from '#shared/batch/queued-row.ts'
import { parseRow, type BatchRow } from '#shared/batch/row.ts'
import { parseSecretReference } from '#shared/batch/secret-reference.ts'

function row(secret = 'env:ANNA'): BatchRow {
  const parsed = parseRow(7, {
    address: 'anna@example.org',
    user: 'anna',
    secret,
    imap: 'imap.example.org:993:tls',
    pop3: '',
    smtp: '[2001:db8::1]:587:starttls',
  })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value
}

test.each(['env:ANNA', 'file:/run/a b', 'keychain:', 'keychain:ben@example.org'])(
  'a row comes out of the queue as it was put there: %s',
  (secret) => {
    expect(readQueuedRow(JSON.parse(JSON.stringify(queuedRowOf('run', row(secret)))))).toEqual(row(secret))
  },
)

describe('what is no row is none', () => {
  const good = queuedRowOf('run', row())
  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'row'],
    ['another member', { ...good, command: 'x' }],
    ['a password', { ...good, columns: { ...good.columns, secret: 'sunflower' } }],
    ['a line end', { ...good, columns: { ...good.columns, user: 'a\r\nb' } }],
    ['no server', { ...good, columns: { ...good.columns, imap: '', smtp: '' } }],
    ['a text without end', { ...good, columns: { ...good.columns, user: 'x'.repeat(1 << 20) } }],
  ])('%s', (_, value) => {
    expect(readQueuedRow(value)).toBeNull()
  })
})

describe('what a worker may use', () => {
  test.each<readonly [string, string, boolean]>([
    ['env:FLEET_ANNA', 'env:FLEET_', true],
    ['env:HOME', 'env:FLEET_', false],
    ['file:/run/fleet/anna', 'env:FLEET_,file:/run/fleet/', true],
    ['file:/run/fleet/../../etc/passwd', 'file:/run/fleet/', false],
    [String.raw`file:C:\fleet\..\secret`, String.raw`file:C:\fleet`, false],
    ['file:/etc/passwd', 'file:/run/fleet/', false],
    ['keychain:', 'env:FLEET_', false],
    ['keychain:', 'keychain:', true],
  ])('%s with %s: %s', (secret, prefixes, expected) => {
    const reference = parseSecretReference(secret)
    expect(reference.ok && isAllowedSecret(reference.value, readSecretPrefixes(prefixes) ?? [])).toBe(
      expected,
    )
  })

  test.each(['', 'env:', 'file:', 'x', 'env:A,'])('is not said by "%s"', (text) => {
    expect(readSecretPrefixes(text)).toBeNull()
  })
})

describe('a result of a worker', () => {
  const result = {
    schema: 1,
    line: 99,
    row: { address: 'evil@example.org', user: '', imap: '', pop3: '', smtp: '' },
    verdict: 'ok',
    code: 'OK',
    provider: null,
    passwordEnds: null,
    endpoints: [],
  }
  const endings = [{ target: { host: 'imap.example.org', userName: 'anna' }, ending: 'good' }]

  test('is about the row it was asked for, whatever it says', () => {
    const read = readQueuedResult({ result, endings }, row())
    expect(read?.result).toMatchObject({ line: 7, row: { address: 'anna@example.org' } })
    expect(read?.endings).toEqual(endings)
    // A file of results is known by how its lines begin.
    expect(JSON.stringify(read?.result)).toMatch(/^\{"schema":1,"line":7,/)
  })

  test.each<readonly [string, unknown]>([
    ['no endings', { result }],
    ['another code', { result: { ...result, code: 'FINE' }, endings }],
    ['another ending', { result, endings: [{ ...endings[0], ending: 'x' }] }],
  ])('is none with %s', (_, value) => {
    expect(readQueuedResult(value, row())).toBeNull()
  })
})

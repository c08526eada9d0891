import { describe, expect, test } from 'vitest'
import {
  MAX_SECRET_OCTETS,
  secretProblem,
  userNameProblem,
  type CredentialTextProblem,
} from '#shared/domain/credential-text.ts'

type Row = readonly [what: string, text: string, problem: CredentialTextProblem | null]

const BOTH: readonly Row[] = [
  ['letters', 'anna', null],
  ['letters of any script', 'Ännchen-悦子-😀', null],
  ['spaces and signs', ' a "b" \\c% ', null],
  ['a name of a Windows domain', 'EXAMPLE\\anna', null],
  ['a mark in the middle', 'an\ufeffna', null],
  ['nothing', '', 'empty'],
  ['a NUL', 'an\0na', 'control-character'],
  ['a line feed', 'anna\n', 'control-character'],
  ['a carriage return', 'an\rna', 'control-character'],
  ['a TAB', 'an\tna', 'control-character'],
  ['an escape sequence', 'an\u001b[31mna', 'control-character'],
  ['a C1 control', 'an\u0085na', 'control-character'],
  ['a line separator', 'an\u2028na', 'control-character'],
  ['the first half of a character', 'anna\ud83d', 'undecodable'],
  ['the second half of a character', '\ude00anna', 'undecodable'],
  ['what stands for lost octets', 'an\ufffdna', 'undecodable'],
  ['a mark in front', '\ufeffanna', 'byte-order-mark'],
]

const OVERRIDE = 'an\u202ena'

describe('a secret', () => {
  test.each<Row>([
    ...BOTH,
    ['a direction', OVERRIDE, null],
    ['as many octets as there may be', 'x'.repeat(MAX_SECRET_OCTETS), null],
    ['as many, of letters that take two', 'ä'.repeat(MAX_SECRET_OCTETS / 2), null],
    ['one octet more', 'x'.repeat(MAX_SECRET_OCTETS + 1), 'too-long'],
    ['one letter more that takes two', 'ä'.repeat(MAX_SECRET_OCTETS / 2 + 1), 'too-long'],
    ['a key file', '-----BEGIN RSA PRIVATE KEY-----\n'.repeat(5_000), 'too-long'],
  ])('of %s', (_, text, problem) => {
    expect(secretProblem(text)).toBe(problem)
  })

  test('is as long as the longest access tokens', () => {
    expect(MAX_SECRET_OCTETS).toBeGreaterThanOrEqual(8_192)
  })
})

describe('a user name', () => {
  test.each<Row>([
    ...BOTH,
    ['a direction', OVERRIDE, 'bidirectional-control'],
    ['an isolated direction', '\u2066anna\u2069', 'bidirectional-control'],
    ['as many letters as an address has', 'x'.repeat(320), null],
    ['one more', 'x'.repeat(321), 'too-long'],
  ])('of %s', (_, text, problem) => {
    expect(userNameProblem(text)).toBe(problem)
  })
})

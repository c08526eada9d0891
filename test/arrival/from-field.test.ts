import { expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

const LONG = 'x'.repeat(3_000)

test.each<readonly [string, string | null]>([
  ['ceo@bank.test', 'bank.test'],
  ['<ceo@bank.test>', 'bank.test'],
  ['CEO <ceo@Bank.TEST>', 'bank.test'],
  ['CEO of the Bank <ceo@bank.test>', 'bank.test'],
  ['C. E. O. <ceo@bank.test>', 'bank.test'],
  ['"Bank, the" <ceo@bank.test>', 'bank.test'],
  ['=?utf-8?q?M=C3=BCller?= <ceo@bank.test>', 'bank.test'],
  ['M\u00FCller <ceo@bank.test>', 'bank.test'],
  ['"CEO"<ceo@bank.test>', 'bank.test'],
  ['ceo@bank.test (x@evil.test)', 'bank.test'],
  ['ceo@bank.test (a (b@evil.test) \\) c@evil.test)', 'bank.test'],
  ['(x@evil.test) ceo@bank.test', 'bank.test'],
  ['CEO <ceo@bank.test> (home @ evil.test)', 'bank.test'],
  ['"x@evil.test" <ceo@bank.test>', 'bank.test'],
  ['"x\\"@evil.test" <ceo@bank.test>', 'bank.test'],
  ['"<x@evil.test>" <ceo@bank.test>', 'bank.test'],
  ['CEO (<x@evil.test>) <ceo@bank.test>', 'bank.test'],
  ['"ceo@evil.test"@bank.test', 'bank.test'],
  ['"ceo> <x@evil.test"@bank.test', 'bank.test'],
  ['CEO <"a b"@bank.test>', 'bank.test'],
  ['CEO <ceo (x@evil.test) @ bank.test>', 'bank.test'],
  ['ceo@bank.test.', 'bank.test'],
  // An old route (RFC 5322 section 4.4): programs differ about it.
  ['<@evil.test:ceo@bank.test>', null],
  ['ceo@bank.test, x@evil.test', null],
  ['CEO <ceo@bank.test>, X <x@evil.test>', null],
  ['<ceo@bank.test> <x@evil.test>', null],
  ['<ceo@bank.test> x@evil.test', null],
  // Programs show the first of these as the name.
  ['x@evil.test <ceo@bank.test>', null],
  ['ceo@bank.test;x@evil.test', null],
  ['ceo@bank.test x', null],
  ['ceo@bank.test@evil.test', null],
  ['Board: ceo@bank.test;', null],
  ['Board:;', null],
  ['CEO <ceo@bank.test', null],
  ['CEO ceo@bank.test>', null],
  ['CEO <<ceo@bank.test>>', null],
  ['"CEO <ceo@bank.test>', null],
  ['ceo@bank.test (x', null],
  ['ceo@bank.test)', null],
  ['ceo@[203.0.113.9]', null],
  ['ceo@bank.test\u00A0', null],
  ['ceo@bank.test\rx@evil.test', null],
  ['@bank.test', null],
  ['ceo@', null],
  ['nobody', null],
  ['', null],
  [`${LONG} <ceo@bank.test>`, 'bank.test'],
  [`${LONG}@bank.test ${'('.repeat(3_000)}`, null],
])('the domain of "From: %s"', (from, expected) => {
  expect(readMessageFacts(`Subject: x\r\nFrom: ${from}\r\n\r\nbody`).fromDomain).toBe(expected)
})

test.each([
  ['two of the same name', ['From: ceo@bank.test', 'from: x@evil.test']],
  ['one that is longer than what is read of it', [`From: ceo@bank.test (${'x'.repeat(9_000)})`]],
])('the domain of fields in which there is not one sender: %s', (_, lines) => {
  expect(readMessageFacts([...lines, '', 'body'].join('\r\n')).fromDomain).toBeNull()
})

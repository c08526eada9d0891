import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphFilter, powerShellText } from '#shared/report/power-shell.ts'

const QUOTES = "'\u2018\u2019\u201A\u201B"

/** Reads one argument between single quotes as PowerShell does, and gives what is left of the line. */
function readArgument(line: string): { readonly value: string; readonly rest: string } {
  if (!QUOTES.includes(line.charAt(0))) throw new Error('no argument in quotes')
  let value = ''
  for (let at = 1; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (!QUOTES.includes(sign)) value += sign
    else if (at + 1 < line.length && QUOTES.includes(line.charAt(at + 1))) value += line.charAt((at += 1))
    else return { value, rest: line.slice(at + 1) }
  }
  throw new Error('the argument does not end')
}

const HOSTILE = [
  "o'brien@example.org",
  "'@example.org",
  "''''@example.org",
  "x';Remove-Mailbox*;'@example.org",
  '$(Remove-Item)@example.org',
  '$env:USERNAME@example.org',
  '`u{27}@example.org',
  '"quoted"@example.org',
  'a;b|c&d@example.org',
  '-WhatIf@example.org',
  '\u2019;calc;\u2018@example.org',
  '\u201Ax\u201B@example.org',
  '{0}@example.org',
  '#x@example.org',
  'EXAMPLE\\anna',
] as const

describe('an address as one argument', () => {
  test.each(HOSTILE)('%s is read back whole, and nothing after it', (text) => {
    expect(readArgument(`${powerShellText(text)} -After`)).toEqual({ value: text, rest: ' -After' })
  })

  test.each([
    '',
    'a\nb@example.org',
    'a\r@example.org',
    'a\u202Eb@example.org',
    'a\u2028b@example.org',
    'a\u0000',
  ])('%j is none', (text) => {
    expect(powerShellText(text)).toBeNull()
  })

  test('no text at all ends its argument', () => {
    const signs = fc.constantFrom(...QUOTES.split(''), '"', '$', '`', ';', '(', ')', 'a', '@', ' ', '\\')
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 20 }), (parts) => {
        const text = parts.join('')
        expect(readArgument(`${powerShellText(text)} -After`)).toEqual({ value: text, rest: ' -After' })
      }),
    )
  })
})

test('in a filter a quote is doubled once for each reader', () => {
  const filter = graphFilter('userPrincipalName', "o'brien@example.org")
  expect(readArgument(filter ?? '').value).toBe("userPrincipalName eq 'o''brien@example.org'")
})

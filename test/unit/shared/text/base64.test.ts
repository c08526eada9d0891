import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64Alignments, base64Unpadded, utf8Bytes } from '#shared/text/base64.ts'

const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 })

describe('UTF-8', () => {
  test.each([
    ['', []],
    ['a', [0x61]],
    ['\u007f\u0080', [0x7f, 0xc2, 0x80]],
    ['\u07ff\u0800', [0xdf, 0xbf, 0xe0, 0xa0, 0x80]],
    ['\uffff', [0xef, 0xbf, 0xbf]],
    ['😀', [0xf0, 0x9f, 0x98, 0x80]],
    ['\ud800', [0xef, 0xbf, 0xbd]],
    ['a\udc00b', [0x61, 0xef, 0xbf, 0xbd, 0x62]],
  ])('%j', (text, expected) => {
    expect(utf8Bytes(text)).toEqual(expected)
  })

  test('any text gives the octets the runtime gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')])
      }),
    )
  })
})

describe('base64', () => {
  test.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('RFC 4648 section 10: %j is %j', (text, expected) => {
    expect(base64Unpadded(utf8Bytes(text))).toBe(expected)
  })

  test('any octets are written as the runtime writes them, without padding', () => {
    fc.assert(
      fc.property(bytes, (octets) => {
        expect(base64Unpadded(octets)).toBe(Buffer.from(octets).toString('base64').replace(/=+$/, ''))
      }),
    )
  })
})

describe('octets inside a longer base64 text', () => {
  test('occur in one of three forms, whatever stands around them', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (before, octets, after) => {
        const form = base64Alignments(octets)[before.length % 3]
        expect(Buffer.from([...before, ...octets, ...after]).toString('base64')).toContain(form)
      }),
    )
  })

  test('are known by all characters but those they share with their neighbours', () => {
    const inside = base64Alignments(utf8Bytes('secret'))
    expect(inside.map((form) => form.length)).toEqual([8, 7, 7])
  })

  test('a password inside a SASL PLAIN message is found at every length of the user name', () => {
    const forms = base64Alignments(utf8Bytes('pa$$wörd'))
    const found = ['a', 'an', 'ann'].map((userName) => {
      const message = Buffer.from(`\0${userName}\0pa$$wörd`).toString('base64')
      return forms.findIndex((form) => message.includes(form))
    })
    expect(found).toEqual([0, 1, 2])
  })
})

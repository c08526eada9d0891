import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inertJson, inertLine, inertText } from '#cli/output/inert.ts'
import { createStyle } from '#cli/output/style.ts'

describe('a text that is printed', () => {
  test.each([
    ['keeps its letters, lines and tabs', 'a\tÄ 認 😀\nb', 'a\tÄ 認 😀\nb'],
    ['clears no screen', 'a\u001b[2Jb', 'a�b'],
    ['sets no colour but ours', 'a\u001b[31;1mb\u001b[35mc', 'a�b�c'],
    ['sets no title', 'a\u001b]0;evil\u0007b', 'a�b'],
    ['writes nothing into the clipboard', 'a\u001b]52;c;ZXZpbA==\u001b\\b', 'a�b'],
    ['leads nowhere', '\u001b]8;;https://evil.example\u001b\\bank\u001b]8;;\u001b\\', '�bank�'],
    ['has no line taken by a title without an end', 'a\u001b]0;evil\nb', 'a�\nb'],
    ['knows the one-octet forms', 'a\u009b2Jb\u009d0;evil\u009cc', 'a�b�c'],
    ['does not go back', 'right\rwrong\b\b', 'right�wrong��'],
    ['is not turned round', 'a\u202egpj.exe\u202c \u2066b\u2069', 'a�gpj.exe� �b�'],
    ['hides nothing', 'pay\u200bpal\ufeff\u00ad', 'pay�pal��'],
    ['has no bare escape', 'a\u001b', 'a�'],
    ['is not put together from its parts', '\u001b\u001b[2J[2J', '��[2J'],
  ])('%s', (_, text, expected) => {
    expect(inertText(text)).toBe(expected)
  })

  test('keeps our own marks and colours', () => {
    const style = createStyle('color')
    const text = [style.good('✓'), style.bad('✗'), style.quiet('code'), style.strong('title')].join('\n')
    expect(inertText(text)).toBe(
      '\u001b[32m✓\u001b[0m\n\u001b[31m✗\u001b[0m\n\u001b[2mcode\u001b[0m\n\u001b[1mtitle\u001b[0m',
    )
  })

  test.each([0, 1, 2, 31, 32])('takes our style %i from Mailwright alone', (code) => {
    const style = createStyle('color')
    const mark = `\u001b[${code}m`
    expect(inertText(`a${mark}b`)).toBe('a\ufffdb')
    expect(inertText(style.good(`a${mark}b`))).toBe('\u001b[32ma\ufffdb\u001b[0m')
  })

  test('that is the name of a file stays on its line', () => {
    expect(inertLine('a\tb\n\u001b[31mc')).toBe('a\ufffdb\ufffd\ufffdc')
  })
})

describe('a text from anywhere', () => {
  test('holds nothing a terminal acts upon, whatever comes', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '\u001b',
        '[',
        ']',
        '0',
        '1m',
        '31m',
        '\u009b',
        '\u0007',
        '\u001b\\',
        '\u202e',
        ';',
        '\n',
      ),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(inertText(parts.join(''))).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
      }),
    )
  })
})

test('JSON says the same, and every such character by its number', () => {
  const value = { name: 'a\u001b[2J\u009b2J\u202e\u200b\u007f\u{e0041}b', other: ['ä', '😀', '\ud83d'] }
  const text = inertJson(value)
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
  expect(text).toContain('\\u009b2J\\u202e\\u200b\\u007f\\udb40\\udc41b')
  expect(JSON.parse(text)).toEqual(value)
})

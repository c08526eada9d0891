import type { KeySetting } from '#shared/programs/fix/fix-form.ts'
import type { Edit } from '#shared/programs/fix/text-edit.ts'
import { lineBreakOf, textLines, type TextLine } from '#shared/programs/text-lines.ts'

/** A line with a key and a value, and where the value stands. */
export interface KeyedLine extends TextLine {
  /** As the reader of the program compares it. */
  readonly key: string
  readonly valueStart: number
  readonly valueEnd: number
}

export interface KeyedSection {
  readonly name: string
  readonly head: TextLine
  /** The last line of it that says anything, which may be the end of a value of several lines. */
  readonly tail: TextLine
  readonly lines: readonly KeyedLine[]
}

export interface SectionGrammar {
  /** `key = value`, or `key value` where an equals sign is one more blank. */
  readonly entry: 'ini' | 'words'
  /** The name of the section that a line begins, `null` for one of no interest, `undefined` where it begins none. */
  readonly begins: (line: string) => string | null | undefined
}

/** The sections of a file of lines. Comments, and what stands before the first section, are none of them. */
export function keyedSections(text: string, { entry, begins }: SectionGrammar): readonly KeyedSection[] {
  const sections: { name: string; head: TextLine; tail: TextLine; lines: KeyedLine[] }[] = []
  let current: (typeof sections)[number] | null = null
  for (const line of textLines(text)) {
    const bare = line.text.replace(/^\uFEFF/, '').trim()
    if (bare === '' || bare.startsWith('#') || (entry === 'ini' && bare.startsWith(';'))) continue
    const name = begins(bare)
    if (name !== undefined) {
      current = name === null ? null : { name, head: line, tail: line, lines: [] }
      if (current !== null) sections.push(current)
      continue
    }
    if (current === null) continue
    current.tail = line
    const read = keyedLine(line, entry)
    if (read !== null) current.lines.push(read)
  }
  return sections
}

function keyedLine(line: TextLine, entry: SectionGrammar['entry']): KeyedLine | null {
  const end = line.text.trimEnd().length
  const from = line.text.length - line.text.replace(/^\uFEFF/, '').trimStart().length
  const keyEnd = entry === 'ini' ? line.text.indexOf('=', from) : from + wordLength(line.text.slice(from))
  if (keyEnd <= from) return null
  const key = line.text.slice(from, keyEnd).trimEnd().toLowerCase()
  const rest = line.text.slice(entry === 'ini' ? keyEnd + 1 : keyEnd)
  const equals = entry === 'words' && rest.trimStart().startsWith('=') ? rest.indexOf('=') + 1 : 0
  const behind = rest.slice(equals)
  const valueStart = Math.min(end, line.text.length - behind.trimStart().length)
  return { ...line, key, valueStart: line.start + valueStart, valueEnd: line.start + end }
}

function wordLength(text: string): number {
  return /^[A-Za-z_]*/.exec(text)?.[0].length ?? 0
}

/** The value in its place where the section has it, in the quotes it has; else a line behind the last one. */
export function setInSection(text: string, section: KeyedSection, { keys, value }: KeySetting): Edit {
  const names = keys.map((key) => key.toLowerCase())
  const line = lineOf(section, names)
  if (line !== undefined) return replaceValue(text, line, value)
  const at = section.tail.end
  const [blank, separator] = manner(text, section)
  return { start: at, end: at, text: `${lineBreakOf(text)}${blank}${keys[0]}${separator}${value}` }
}

/** Of a key that is there twice the last one counts, in every one of these programs. */
export function lineOf({ lines }: KeyedSection, keys: readonly string[]): KeyedLine | undefined {
  return lines.findLast(({ key }) => keys.includes(key))
}

export function replaceValue(
  text: string,
  { valueStart, valueEnd }: Pick<KeyedLine, 'valueStart' | 'valueEnd'>,
  value: string,
): Edit {
  const [, quote = ''] = /^(["']).*\1$/s.exec(text.slice(valueStart, valueEnd)) ?? []
  const blank = valueStart > 0 && /[\w]/.test(text[valueStart - 1] ?? '') ? ' ' : ''
  return { start: valueStart, end: valueEnd, text: `${blank}${quote}${value}${quote}` }
}

/** What the user writes before a key and behind it; the first line shows it, as a later one may belong to a value. */
function manner(text: string, { head, lines: [first] }: KeyedSection): readonly [string, string] {
  if (first === undefined) return ['', /^\s*\[/.test(head.text) ? ' = ' : ' ']
  const [, blank = '', separator = ''] =
    /^(\s*)[^\s=]+(\s*=?\s*)$/.exec(text.slice(first.start, first.valueStart)) ?? []
  return [blank, separator.includes('=') ? separator : ' ']
}

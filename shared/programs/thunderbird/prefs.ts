import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readString, skipBlank } from '#shared/programs/thunderbird/pref-tokens.ts'

export type PrefValue = string | number | boolean

interface Pref {
  readonly value: PrefValue
  /** Where the value stands in the text. */
  readonly start: number
  readonly end: number
}

/** A `prefs.js` that was understood as far as accounts go. */
export interface PrefsFile {
  readonly text: string
  /** The setting that counts is the last one of a name. */
  readonly prefs: ReadonlyMap<string, Pref>
}

/** The values alone, by their names. */
export function settingsOf({ prefs }: PrefsFile): ReadonlyMap<string, PrefValue> {
  return new Map([...prefs].map(([name, { value }]) => [name, value]))
}

const STATEMENT = /(?:user_pref|sticky_pref|pref)\b/y
const NUMBER = /[+-]?\d{1,10}/y
const WORD = /(?:true|false)\b/y
/** What is not understood may say what it likes, but nothing of accounts: a number that is taken would be given again. */
const OF_ACCOUNTS = /mail\.(?:account|server|identity|smtp)/

/**
 * Reads the settings of Thunderbird in the grammar of Mozilla's own parser (modules/libpref): statements, with comments
 * and blanks wherever those may be. A statement that is none is left where it is, up to the end of its line. Linear in the length.
 *
 * `unreadable`: a comment or a text has no end, so that what is added behind it would be a part of it; or what is not
 * understood is about accounts.
 */
export function readPrefs(text: string): Outcome<PrefsFile, 'unreadable'> {
  const prefs = new Map<string, Pref>()
  let at = skipBlank(text, 0)
  while (at !== null && at < text.length) {
    const statement = readStatement(text, at)
    if (statement === 'endless') return fail('unreadable')
    if (statement === null) {
      const line = lineFrom(text, at)
      if (OF_ACCOUNTS.test(line)) return fail('unreadable')
      at += line.length
    } else {
      prefs.set(statement.name, statement.pref)
      at = statement.end
    }
    at = skipBlank(text, at)
  }
  return at === null ? fail('unreadable') : ok({ text, prefs })
}

interface Statement {
  readonly name: string
  readonly pref: Pref
  readonly end: number
}

/** `null`: there is none here. `endless`: it begins, and goes on to the end of the file. */
function readStatement(text: string, start: number): Statement | 'endless' | null {
  const keyword = matchAt(STATEMENT, text, start)
  if (keyword === null) return null
  const open = expect(text, start + keyword.length, '(')
  if (typeof open !== 'number') return open
  const name = readString(text, open)
  if (name === 'endless' || name === null) return name
  const comma = expect(text, name.end, ',')
  if (typeof comma !== 'number') return comma
  const pref = readValue(text, comma)
  if (pref === 'endless' || pref === null) return pref
  const close = expect(text, pref.end, ')')
  if (typeof close !== 'number') return close
  const end = expect(text, close, ';')
  return typeof end === 'number' ? { name: name.value, pref, end } : end
}

/** Where the next thing begins, behind one character and the blanks on both sides of it. */
function expect(text: string, from: number, character: string): number | 'endless' | null {
  const at = skipBlank(text, from)
  if (at === null) return 'endless'
  if (text[at] !== character) return null
  if (character === ';') return at + 1
  return skipBlank(text, at + 1) ?? 'endless'
}

function readValue(text: string, at: number): Pref | 'endless' | null {
  const string = readString(text, at)
  if (string === 'endless') return string
  if (string !== null) return { value: string.value, start: at, end: string.end }
  const word = matchAt(WORD, text, at)
  if (word !== null) return { value: word === 'true', start: at, end: at + word.length }
  const number = matchAt(NUMBER, text, at)
  return number === null ? null : { value: Number(number), start: at, end: at + number.length }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function lineFrom(text: string, at: number): string {
  const end = text.slice(at).search(/[\r\n]/)
  return end === -1 ? text.slice(at) : text.slice(at, at + end + 1)
}

/** As the program writes it: a text in double quotes, on one line. */
export function prefLiteral(value: PrefValue): string {
  if (typeof value !== 'string') return String(value)
  const escaped = value
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `"${escaped}"`
}

/** The same file with some settings changed where they stand, and new ones at its end. Everything else stays. */
export function withPrefs({ text, prefs }: PrefsFile, changes: ReadonlyMap<string, PrefValue>): string {
  const known = [...changes]
    .flatMap(([name, value]) => {
      const pref = prefs.get(name)
      return pref === undefined ? [] : [{ ...pref, literal: prefLiteral(value) }]
    })
    .toSorted((a, b) => a.start - b.start)
  const parts: string[] = []
  let copied = 0
  for (const { start, end, literal } of known) {
    parts.push(text.slice(copied, start), literal)
    copied = end
  }
  parts.push(text.slice(copied))
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  if (text !== '' && !text.endsWith('\n')) parts.push(lineBreak)
  for (const [name, value] of changes)
    if (!prefs.has(name)) parts.push(`user_pref(${prefLiteral(name)}, ${prefLiteral(value)});${lineBreak}`)
  return parts.join('')
}

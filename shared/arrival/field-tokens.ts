import { isBlank } from '#shared/arrival/blanks.ts'

export interface FieldToken {
  /** `mark`: a `;` or a `=` outside of everything else. */
  readonly kind: 'word' | 'quoted' | 'comment' | 'mark'
  /** Without its quotes, brackets and escapes. */
  readonly text: string
  /** Follows the one before without a blank or a comment between them. */
  readonly isGlued: boolean
}

const WORD = /[^ \t();="]+/y

/**
 * Takes a structured field apart (RFC 5322 section 3.2): comments with all that is nested in them, quoted texts, and
 * words. One pass, however deep it goes; `null` for one that does not end as it begins.
 */
export function fieldTokens(value: string): readonly FieldToken[] | null {
  const tokens: FieldToken[] = []
  let at = 0
  while (at < value.length) {
    const letter = value.charAt(at)
    if (isBlank(letter)) {
      at += 1
      continue
    }
    if (letter === ')') return null
    const taken = takeAt(value, at, letter)
    if (taken === null) return null
    const { kind, text, end } = taken
    const isGlued = at > 0 && !/[ \t)]/.test(value.charAt(at - 1))
    tokens.push({ kind, text, isGlued })
    at = end
  }
  return tokens
}

interface Taken {
  readonly kind: FieldToken['kind']
  readonly text: string
  readonly end: number
}

function takeAt(value: string, at: number, letter: string): Taken | null {
  if (letter === '(') return takeComment(value, at)
  if (letter === '"') return takeQuoted(value, at)
  if (letter === ';' || letter === '=') return { kind: 'mark', text: letter, end: at + 1 }
  WORD.lastIndex = at
  const [text = ''] = WORD.exec(value) ?? []
  return { kind: 'word', text, end: at + text.length }
}

function takeQuoted(value: string, start: number): Taken | null {
  let text = ''
  for (let at = start + 1; at < value.length; at += 1) {
    const letter = value.charAt(at)
    if (letter === '"') return { kind: 'quoted', text, end: at + 1 }
    if (letter === '\\') at += 1
    text += value.charAt(at)
  }
  return null
}

function takeComment(value: string, start: number): Taken | null {
  let depth = 0
  for (let at = start; at < value.length; at += 1) {
    const letter = value.charAt(at)
    if (letter === '\\') at += 1
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (depth === 0) return { kind: 'comment', text: value.slice(start + 1, at), end: at + 1 }
  }
  return null
}

const BLANK = /[\s\uFEFF]+/y
const LINE = /[^\r\n]*/y

/**
 * Where the next word begins: behind white space and comments, which are those of C and C++, and of the shell.
 * @returns `null` where a comment has no end
 */
export function skipBlank(text: string, from: number): number | null {
  let at = from
  for (;;) {
    BLANK.lastIndex = at
    at += BLANK.exec(text)?.[0].length ?? 0
    if (text[at] === '#' || text.startsWith('//', at)) {
      LINE.lastIndex = at
      at += LINE.exec(text)?.[0].length ?? 0
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2)
      if (end === -1) return null
      at = end + 2
    } else return at
  }
}

export interface StringToken {
  readonly value: string
  readonly end: number
}

const PLAIN = { '"': /[^"\\]*/y, "'": /[^'\\]*/y } as const
const ESCAPE = /\\(?:["'\\nrb]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/y

/** `null`: there is no text here, or one with an escape that the program does not know. */
export function readString(text: string, start: number): StringToken | 'endless' | null {
  const quote = text[start]
  if (quote !== '"' && quote !== "'") return null
  const plain = PLAIN[quote]
  const parts: string[] = []
  let at = start + 1
  for (;;) {
    plain.lastIndex = at
    const part = plain.exec(text)?.[0] ?? ''
    parts.push(part)
    at += part.length
    if (at >= text.length) return 'endless'
    if (text[at] === quote) return { value: parts.join(''), end: at + 1 }
    ESCAPE.lastIndex = at
    const escape = ESCAPE.exec(text)?.[0]
    if (escape === undefined) return null
    parts.push(unescaped(escape))
    at += escape.length
  }
}

function unescaped(escape: string): string {
  switch (escape[1]) {
    case 'n':
      return '\n'
    case 'r':
      return '\r'
    case 'b':
      return '\b'
    case 'x':
    case 'u':
      return String.fromCharCode(Number.parseInt(escape.slice(2), 16))
    default:
      return escape.slice(1)
  }
}

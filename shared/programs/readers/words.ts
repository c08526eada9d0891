/** More lines than the settings of any program of the terminal have. */
const MOST_LINES = 50_000

/** The lines of a file without what surrounds them; comments from `#` at their beginning, and empty ones, are left out. */
export function settingLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/, MOST_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** The text between one pair of double quotes, where a backslash makes the next character stand for itself. */
export function unquoted(text: string): string {
  const inner = /^"(.*)"$/s.exec(text)?.[1]
  return inner === undefined ? text : inner.replaceAll(/\\(.)/gs, '$1')
}

const WORD = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[^\s"']+/gsy
const BLANKS = /\s+/y

/** Words between blanks, in quotes or without; a quote without an end ends with the text. */
export function shellWords(text: string): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < text.length;) {
    BLANKS.lastIndex = at
    at += BLANKS.exec(text)?.[0].length ?? 0
    if (at >= text.length) break
    WORD.lastIndex = at
    const match = WORD.exec(text)
    if (match === null) return [...words, text.slice(at + 1)]
    words.push(match[1] ?? match[2] ?? match[0])
    at += match[0].length
  }
  return words
}

/** What programs write for yes and no, in every spelling. */
export function isYes(text: string | undefined): boolean {
  return /^(?:yes|true|on|1)$/i.test(text ?? '')
}

export function isNo(text: string | undefined): boolean {
  return /^(?:no|false|off|0)$/i.test(text ?? '')
}

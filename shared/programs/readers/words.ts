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

/** What programs write for yes and no, in every spelling. */
export function isYes(text: string | undefined): boolean {
  return /^(?:yes|true|on|1)$/i.test(text ?? '')
}

export function isNo(text: string | undefined): boolean {
  return /^(?:no|false|off|0)$/i.test(text ?? '')
}

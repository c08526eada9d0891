/** One line with its place; `end` is where its line break begins. */
export interface TextLine {
  readonly text: string
  readonly start: number
  readonly end: number
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/g
/** More lines than the settings of any program of the terminal have. */
const MOST_LINES = 50_000

/** What is beyond the bound is left out. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const { index, 1: line = '', 2: lineBreak } of text.matchAll(LINE)) {
    if (lines.length >= MOST_LINES) break
    if (line !== '' || lineBreak !== '') lines.push({ text: line, start: index, end: index + line.length })
  }
  return lines
}

/** Whether there are lines that `textLines` leaves out. */
export function hasMoreLines(text: string): boolean {
  const last = textLines(text)[MOST_LINES - 1]
  return last !== undefined && last.end < text.trimEnd().length
}

/** The line break that the file has, so that it has no second kind. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

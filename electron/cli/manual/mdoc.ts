import { wrap } from '#cli/help/wrap.ts'

/** Of a source line, in characters: mandoc(1) asks for 80, with each letter beyond ASCII written as eight of them. */
const WIDTH = 60

/** A running text: every sentence begins a line, which is how roff tells where one ends. */
export function mdocProse(text: string): readonly string[] {
  return text.split(/(?<=[.!?]) /).flatMap((sentence) => wrap(sentence, WIDTH).map(mdocText))
}

/**
 * A text in a line of its own: the backslash is the escape of roff, a hyphen is one that can be searched for and copied,
 * and a line that begins with a dot or an apostrophe would be a request.
 */
export function mdocText(text: string): string {
  const plain = text.replaceAll('\\', String.raw`\e`).replaceAll('-', String.raw`\-`)
  return plain
    .split('\n')
    .map((line) => line.replace(/^[.']/, String.raw`\&$&`))
    .join('\n')
}

/** A word in a request. Empty and quoted ones end it early, and a word of two or three letters may be a macro. */
export function mdocWord(text: string): string {
  return `"${mdocText(text).replaceAll('"', String.raw`\(dq`)}"`
}

/** Lines that keep their breaks and spaces. */
export function mdocDisplay(lines: readonly string[]): readonly string[] {
  return ['.Bd -literal -offset indent', ...lines.map(mdocText), '.Ed']
}

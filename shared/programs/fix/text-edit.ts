import type { LineChange } from '#shared/programs/fix/fix-problem.ts'
import { lineBreakOf, textLines } from '#shared/programs/text-lines.ts'
import { withoutSecrets } from '#shared/programs/fix/without-secrets.ts'

/** What takes the place of a part of a text. Nothing is between `start` and `end` where it is put in. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Other versions of the program need it, which is not seen by reading. */
  readonly isKept?: true
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let copied = 0
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(copied, start), put)
    copied = end
  }
  return [...parts, text.slice(copied)].join('')
}

/** A new last line; the file ends with a line break afterwards if it did before. */
export function lineAtEnd(text: string, line: string): Edit {
  const lineBreak = lineBreakOf(text)
  const isEnded = text === '' || /[\r\n]$/.test(text)
  return {
    start: text.length,
    end: text.length,
    text: isEnded ? `${line}${lineBreak}` : `${lineBreak}${line}`,
  }
}

/** Each once: two accounts with one server give the same one. `null` where two want different things at one place. */
export function unitedEdits(edits: readonly Edit[]): readonly Edit[] | null {
  const united = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()]
  const sorted = united.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const overlap = sorted.some((edit, at) => {
    const next = sorted[at + 1]
    return (
      next !== undefined &&
      (next.start < edit.end || (next.start === edit.start && edit.end > edit.start && next.end === edit.end))
    )
  })
  return overlap ? null : united
}

/** The lines that change, in their order, for the user to look at. */
export function changedLines(text: string, edits: readonly Edit[]): readonly LineChange[] {
  const lines = textLines(text)
  const lineAt = (at: number) =>
    Math.max(
      0,
      lines.findLastIndex(({ start }) => start <= at),
    )
  const byLine = Map.groupBy(
    edits.toSorted((a, b) => a.start - b.start),
    ({ start }) => lineAt(start),
  )
  return [...byLine].flatMap(([number, own]) => {
    const line = lines[number]
    const within = own.filter((edit) => !isNewLine(edit))
    const shifted = within.map((edit) => ({
      ...edit,
      start: edit.start - (line?.start ?? 0),
      end: edit.end - (line?.start ?? 0),
    }))
    const changed =
      line === undefined || within.length === 0
        ? []
        : [{ before: withoutSecrets(line.text), after: withoutSecrets(applyEdits(line.text, shifted)) }]
    const added = own
      .filter(isNewLine)
      .flatMap((edit) => edit.text.split(/\r\n|\n|\r/).filter((one) => one !== ''))
      .map((one) => ({ before: null, after: withoutSecrets(one) }))
    return [...changed, ...added].map((change) => ({ line: number + 1, ...change }))
  })
}

function isNewLine({ start, end, text }: Edit): boolean {
  return start === end && /[\r\n]/.test(text)
}

import { readFileSync } from 'node:fs'

export interface SecondReply {
  readonly text: string
  /** Every code that a reader would call right. */
  readonly codes: readonly string[]
  readonly lasts: readonly string[]
}

/** Replies of servers and services, written after their public forms before any was tried: one a line, `\n` for its line ends. */
export const SECOND_REPLIES: readonly SecondReply[] = readFileSync(
  new URL('../../../cases/second/replies.tsv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => {
    const [codes = '', lasts = '', text = ''] = line.split('\t')
    return { text: text.replaceAll(String.raw`\n`, '\n'), codes: codes.split('|'), lasts: lasts.split('|') }
  })

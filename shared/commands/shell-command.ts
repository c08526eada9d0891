import { shellQuoted } from '#shared/exporters/quoting.ts'
import { isPasteable } from '#shared/text/pasteable.ts'

type Hyphen = 'glued' | 'apart' | 'impossible'

/** A word, or an option with its value. */
export type CommandPart = string | readonly [option: string, value: string]

/** The same to every shell, also at the beginning of a word: zsh looks up the program behind a leading `=`. */
const BARE = /^[A-Za-z0-9_][A-Za-z0-9_.:@+-]*$/

/**
 * One command line for a POSIX shell, or `null` where it could not be pasted as it is read.
 * SECURITY: user names and addresses may hold `'`, `$`, a backtick or `;` (RFC 5322 section 3.2.3). Whatever is not
 * plain stands in single quotes, within which a shell expands nothing.
 * @param hyphen how a value that begins with one is told from an option: `glued` as `--option=-value`, `apart` by its
 * place alone, `impossible` where the program would take it for an option
 */
export function shellCommand(parts: readonly CommandPart[], hyphen: Hyphen): string | null {
  const values = parts.flatMap((part) => (typeof part === 'string' ? [] : [part[1]]))
  if (hyphen === 'impossible' && values.some((value) => value.startsWith('-'))) return null
  const words = parts.flatMap((part) => (typeof part === 'string' ? [part] : wordsOf(part, hyphen)))
  return words.every(isPasteable) ? words.map(quoted).join(' ') : null
}

function wordsOf([option, value]: readonly [string, string], hyphen: Hyphen): readonly string[] {
  return hyphen === 'glued' && value.startsWith('-') ? [`${option}=${value}`] : [option, value]
}

/** Options are our own words; everything else is looked at. */
function quoted(word: string): string {
  return BARE.test(word) || /^--?[a-z0-9_-]+$/.test(word) ? word : shellQuoted(word)
}

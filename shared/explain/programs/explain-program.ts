import type { ExplainedCause } from '#shared/explain/explanation.ts'
import { meaningOfNumber } from '#shared/explain/programs/outlook-numbers.ts'
import {
  PROGRAM_COUNSEL,
  type ProgramCode,
  type ProgramError,
} from '#shared/explain/programs/program-error.ts'
import { PROGRAM_WORDS } from '#shared/explain/programs/program-words.ts'
import { SYSTEM_ERRORS } from '#shared/explain/programs/system-errors.ts'

/** A message box is short; in a long letter such words would mean nothing. */
const LONGEST = 1_500
/** How a mail server names another one in its log, `mx.example.net[192.0.2.1]:25`: that is no mail program. */
const BETWEEN_SERVERS = /\w\[[\da-f.:]{3,45}\]/i
const TABLES: readonly (readonly ProgramError[])[] = [SYSTEM_ERRORS, PROGRAM_WORDS]

/** What a mail program says about a failure without quoting a server; `null` where nothing in it is known. */
export function explainProgram(text: string): ExplainedCause | null {
  const isLetter = text.length > LONGEST || BETWEEN_SERVERS.test(text)
  const code = meaningOfNumber(text) ?? (isLetter ? null : meaningOfWords(text))
  if (code === null) return null
  const { turn, actions, lasts } = PROGRAM_COUNSEL[code]
  const facts = { host: '', elsewhere: 'none', offered: 'none', wanted: 'none' }
  return { code, turn, actions, severity: 'error', facts, recipients: [], temporary: lasts === 'passes' }
}

function meaningOfWords(text: string): ProgramCode | null {
  const line = text.replace(/\s+/g, ' ')
  for (const table of TABLES) {
    const found = table.find(([pattern]) => pattern.test(line))
    if (found !== undefined) return found[1]
  }
  return null
}

import type { ExplainedCause } from '#shared/explain/explanation.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import { DEVICE_PANELS } from '#shared/explain/programs/device-panels.ts'
import { meaningOfNumber } from '#shared/explain/programs/outlook-numbers.ts'
import {
  PROGRAM_COUNSEL,
  type ProgramCode,
  type ProgramError,
} from '#shared/explain/programs/program-error.ts'
import { PROGRAM_WORDS } from '#shared/explain/programs/program-words.ts'
import { CONNECTION_ERRORS, NOT_CONNECTED } from '#shared/explain/programs/connection-errors.ts'
import { OTHER_LANGUAGE_WORDS } from '#shared/explain/programs/other-language-words.ts'
import { SYSTEM_ERRORS } from '#shared/explain/programs/system-errors.ts'
import { busyWith } from '#shared/replies/other-reasons.ts'
import { vagueProgram } from '#shared/explain/programs/vague-sentences.ts'

/** A message box is short; in a long letter such words would mean nothing. */
const LONGEST = 1_500
/** How a mail server names another one in its log, `mx.example.net[192.0.2.1]:25`, and how it speaks of a message: that is no mail program. */
const BETWEEN_SERVERS =
  /\w\[[\da-f.:]{3,45}\]|\b(?:R|T)=\w{1,30} |delivery temporarily suspended|\bdeferred\b|retry time|status=/i
const TABLES: readonly (readonly ProgramError[])[] = [
  SYSTEM_ERRORS,
  CONNECTION_ERRORS,
  DEVICE_PANELS,
  PROGRAM_WORDS,
  OTHER_LANGUAGE_WORDS,
  NOT_CONNECTED,
]

/** The program and the server found nothing in common: the port, the encryption or the server may be behind it. */
const NAMES_NO_CAUSE =
  /none of the authentication methods supported by this client|keine der (?:von diesem client )?unterstützten authentifizierungsmethoden/i
const LIVE_FIRST = [{ kind: 'test-live' }, { kind: 'edit-servers' }] as const

/** What a mail program says about a failure without quoting a server; `null` where nothing in it is known. */
export function explainProgram(text: string): ExplainedCause | null {
  const isLetter = text.length > LONGEST || BETWEEN_SERVERS.test(text)
  const number = meaningOfNumber(text)
  const words = isLetter ? null : meaningOfWords(text)
  const code = number === 'NET_UNREACHABLE' && words?.startsWith('NET_') ? words : (number ?? words)
  if (code === null) return isLetter ? null : vague(text)
  const { turn, lasts } = PROGRAM_COUNSEL[code]
  const actions = NAMES_NO_CAUSE.test(text) ? LIVE_FIRST : PROGRAM_COUNSEL[code].actions
  const facts = { ...PROGRAM_FACTS, busy: busyWith(text, null) }
  return { code, turn, actions, severity: 'error', facts, recipients: [], temporary: lasts === 'passes' }
}

/** What the words of a code are filled with where no server is known. */
const PROGRAM_FACTS: FindingFacts = {
  host: '',
  elsewhere: 'none',
  offered: 'none',
  busy: 'other',
  switch: 'none',
  after: 'none',
  encrypted: 'no',
  wanted: 'none',
}

/** A sentence that names no cause gets no cause: where the program shows more, and a live test. */
function vague(text: string): ExplainedCause | null {
  const program = vagueProgram(text.replace(/\s+/g, ' ').trim())
  if (program === null) return null
  return {
    code: 'REPLY_UNKNOWN',
    turn: 'you',
    actions: [{ kind: 'test-live' }, { kind: 'ask-admin' }],
    severity: 'error',
    facts: { program },
    recipients: [],
    temporary: false,
  }
}

function meaningOfWords(text: string): ProgramCode | null {
  const line = text.replace(/\s+/g, ' ')
  for (const table of TABLES) {
    const found = table.find(([pattern]) => pattern.test(line))
    if (found !== undefined) return found[1]
  }
  return null
}

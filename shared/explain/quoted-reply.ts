import {
  imapReply,
  pop3Reply,
  quotedWords,
  smtpReply,
  type QuotedWords,
  type ServerReply,
} from '#shared/domain/server-reply.ts'
import { harmless } from '#shared/text/server-text.ts'

/** As much of a reply as is looked at; servers are wordy, but not that wordy. */
const MAX_WORDS = 1_200
const MAX_LINES = 20_000

const CODE = String.raw`(?<![\d.])([45]\d\d)`
const STATUS = String.raw`([245]\.\d\.\d{1,3})(?!\.?\d)`
/** `550 5.1.1`, `550-5.1.1`, `550 #5.1.1`, and Python's `(550, b'5.1.1 …')`. */
const BOTH = new RegExp(`${CODE}[ ,:;-]{1,3}(?:b?['"])?[#(<]{0,2}${STATUS}`)
const AT_LINE_START = /^[\s>"'*<]{0,8}(?:S: )?([45]\d\d)(?:[ -]|: |$)/
/** A program quotes a reply after a word such as these. */
const AFTER_CUE =
  /(?:said|fehler|permanent|transient|respon\w{1,6}|return\w{0,3}|repl\w{1,3}|error|denied|message|status|code|server|smtp|>|\))[^\w\s]{0,3}\s?\W{0,3}([45]\d\d)(?=\)?[ :,-]\D|$)/i
/** After whatever introduces it: `host mx [192.0.2.1]: 550`, `Error(550, '…')`, `Got: 553`, `talk to me: 421`. */
const KNOWN = String.raw`(4(?:2[0-2]|3[0-5]|4\d|5\d|7\d)|5(?:0[0-5]|1\d|2\d|3[0-8]|4[1-6]|5\d|7\d))`
const AFTER_LEAD_IN = new RegExp(
  `(?:[:;=>\\])]\\s{0,2}|\\w[(]|failed (?:with )?|got )['"]?${KNOWN}(?=[ :,-]{1,2}['"\\[<(]{0,2}[^\\W\\d]|[ :,-]{1,2}<)`,
  'i',
)
const STATUS_ALONE = new RegExp(`(?:^|[\\s#(<:;'"])${STATUS.replace('[245]', '[45]')}`)

const REFUSALS = ['NO', 'BAD', 'BYE'] as const
/** A bare SMTP code before shouted words is no tag: `550 NO SUCH USER`. */
const IMAP_LINE =
  /^[\s"']{0,4}(?![45]\d\d )(?:\*|[A-Za-z]{0,6}\.?\d{1,8}|[A-Za-z])\s{1,2}(NO|BAD|BYE)\b\s{0,2}(.*)$/
/** Programs leave the tag out: then a code or the name of a command tells it from shouted English. */
const UNTAGGED = /^[\s"']{0,4}(NO|BAD|BYE) ((?:\[[A-Z]|(?:LOGIN|AUTHENTICATE|SELECT|EXAMINE)\b).*)$/
const POP_LINE = /-ERR\b\s{0,2}(.*)$/
const RESPONSE = /^\[([a-z][a-z/-]{1,30})(?: [^\]]{0,400})?\]\s{0,2}/i
const IMAP_CODES =
  /\[(AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|UNAVAILABLE|EXPIRED|PRIVACYREQUIRED|CONTACTADMIN|NOPERM|INUSE|LIMIT|OVERQUOTA|SERVERBUG|CORRUPTION|WEBALERT)\b[^\]]{0,400}\]\s{0,2}/
const POP_CODES = /\[(SYS\/TEMP|SYS\/PERM|AUTH|IN-USE|LOGIN-DELAY)\]\s{0,2}/

/** The first refusal of a mail server in a text, whatever stands around it. `null` when there is none. */
export function quotedReply(text: string): ServerReply | null {
  const lines = text.split('\n', MAX_LINES)
  return (
    withBoth(lines) ??
    fromImap(lines) ??
    fromPop(lines) ??
    fromBrackets(lines) ??
    withCode(lines, AT_LINE_START) ??
    withCode(lines, AFTER_CUE) ??
    withCode(lines, AFTER_LEAD_IN) ??
    withStatus(lines)
  )
}

/** A text in which no number was found: only its words can be looked at. */
export function wordsAlone(text: string): QuotedWords {
  return quotedWords(null, harmless(text.slice(0, MAX_WORDS * 4), MAX_WORDS))
}

/** The first line that matches, the paragraph that begins after the match, and the number of the line. */
function find(lines: readonly string[], pattern: RegExp): readonly [RegExpExecArray, string, number] | null {
  for (const [index, line] of lines.entries()) {
    const match = pattern.exec(line.slice(0, MAX_WORDS))
    if (match !== null) return [match, paragraph(lines, index, match.index + match[0].length), index]
  }
  return null
}

function paragraph(lines: readonly string[], index: number, from: number): string {
  let words = (lines[index] ?? '').slice(from, from + MAX_WORDS)
  for (let next = index + 1; next < lines.length && words.length < MAX_WORDS; next += 1) {
    const line = (lines[next] ?? '').slice(0, MAX_WORDS)
    if (line.trim() === '') break
    words += ` ${line}`
  }
  return words
}

/** The lines of the same paragraph that stand above this one. */
function above(lines: readonly string[], index: number): string {
  let words = ''
  for (let at = index - 1; at >= 0 && words.length < MAX_WORDS; at -= 1) {
    const line = (lines[at] ?? '').slice(0, MAX_WORDS)
    if (line.trim() === '') break
    words = `${line} ${words}`
  }
  return words
}

/** The other lines of a multi-line reply begin with the same numbers; they are not part of its words. */
function plain(words: string, code: string, enhanced: string | null): string {
  const again = new RegExp(`(^|\\s)${code}[ -]`, 'g')
  const without = words.replace(again, ' ')
  return harmless(enhanced === null ? without : without.replaceAll(enhanced, ' '), MAX_WORDS)
}

function withBoth(lines: readonly string[]): ServerReply | null {
  const found = find(lines, BOTH)
  if (found === null) return null
  const [[, code = '', enhanced = ''], words] = found
  return smtpReply(Number(code), enhanced, plain(words, code, enhanced))
}

function withCode(lines: readonly string[], pattern: RegExp): ServerReply | null {
  const found = find(lines, pattern)
  if (found === null) return null
  const [[, code = ''], words] = found
  // Exim and qmail put the status into the words: `550 … (#5.1.1)`.
  const enhanced = new RegExp(`#${STATUS}`).exec(words)?.[1] ?? null
  return smtpReply(Number(code), enhanced, plain(words, code, null))
}

function withStatus(lines: readonly string[]): ServerReply | null {
  const found = find(lines, STATUS_ALONE)
  if (found === null) return null
  const [{ 1: enhanced = '', input, index }, after, line] = found
  // qmail and Exchange put the number behind the words.
  const words = /[a-z]{3}/i.test(after) ? after : `${above(lines, line)} ${input.slice(0, index)}`
  return quotedWords(enhanced, harmless(words, MAX_WORDS))
}

/** Gmail says the decisive thing in an untagged line before the tagged one, so the codes of all lines count. */
function fromImap(lines: readonly string[]): ServerReply | null {
  const said = lines.flatMap((line) => {
    const cut = line.slice(0, MAX_WORDS)
    const [, word, rest = ''] = IMAP_LINE.exec(cut) ?? UNTAGGED.exec(cut) ?? []
    const status = REFUSALS.find((known) => known === word)
    return status === undefined ? [] : [{ status, ...response(rest) }]
  })
  const last = said.at(-1)
  if (last === undefined) return null
  const telling = said.find(({ code }) => code !== null && code !== 'ALERT')
  return imapReply(
    last.status,
    telling?.code ?? last.code,
    harmless(said.map(({ words }) => words).join(' '), MAX_WORDS),
  )
}

function fromPop(lines: readonly string[]): ServerReply | null {
  for (const line of lines) {
    const rest = POP_LINE.exec(line.slice(0, MAX_WORDS))?.[1]
    if (rest === undefined) continue
    const { code, words } = response(rest)
    return pop3Reply('-ERR', code, harmless(words, MAX_WORDS))
  }
  return null
}

/** A library often shows the words and leaves the status out: `[AUTHENTICATIONFAILED] Invalid credentials`. */
function fromBrackets(lines: readonly string[]): ServerReply | null {
  for (const [reply, pattern] of [
    [(code: string, text: string) => imapReply('NO', code, text), IMAP_CODES],
    [(code: string, text: string) => pop3Reply('-ERR', code, text), POP_CODES],
  ] as const) {
    const found = find(lines, pattern)
    if (found === null) continue
    const [[, responseCode = ''], words] = found
    return reply(responseCode, harmless(words, MAX_WORDS))
  }
  return null
}

function response(rest: string): { readonly code: string | null; readonly words: string } {
  const match = RESPONSE.exec(rest)
  return match === null
    ? { code: null, words: rest }
    : { code: match[1]?.toUpperCase() ?? null, words: rest.slice(match[0].length) }
}

import { APPLE } from '#shared/replies/dialects/apple.ts'
import { BLOCK_LISTS } from '#shared/replies/dialects/block-lists.ts'
import { CHINESE } from '#shared/replies/dialects/chinese.ts'
import { GATEWAYS } from '#shared/replies/dialects/gateways.ts'
import { GERMAN } from '#shared/replies/dialects/german.ts'
import { GOOGLE } from '#shared/replies/dialects/google.ts'
import { MICROSOFT } from '#shared/replies/dialects/microsoft.ts'
import { OTHER_LANGUAGES } from '#shared/replies/dialects/other-languages.ts'
import { SERVER_WORDS } from '#shared/replies/dialects/server-words.ts'
import { STANDARD } from '#shared/replies/dialects/standard.ts'
import { YAHOO } from '#shared/replies/dialects/yahoo.ts'
import { commandIn, meantAt } from '#shared/replies/command.ts'
import { BEFORE_PASSWORD, OTHER_REASONS, OTHER_REASONS_AT_GREETING } from '#shared/replies/other-reasons.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'
import { masked } from '#shared/replies/masked.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'
import { fits, type ReplyLine } from '#shared/replies/reply-line.ts'
import {
  APP_PASSWORD,
  CANNOT_SIGN_IN,
  ENCRYPTION_FIRST,
  MECHANISM_REFUSED,
  MECHANISM_WORDS,
  mayBeCredentials,
  MICROSOFT_SWITCHES,
  SIGN_IN_FIRST,
  STATE_OF_ACCOUNT,
  TLS_OF_CLIENT,
  WEB_SIGN_IN,
} from '#shared/replies/sign-in-lines.ts'
import { LEFT_OF_REFUSALS } from '#shared/replies/sending-lines.ts'
import { isTemporary } from '#shared/replies/temporary.ts'
import {
  isMailboxReply,
  partsOf,
  type ImapServerReply,
  type Pop3ServerReply,
  type ServerReply,
  type SmtpCommand,
} from '#shared/domain/server-reply.ts'
import { assertNever } from '#shared/outcome.ts'

/**
 * What was being done when the server said it: the same words mean something else at another step. `unknown` is a
 * pasted text that does not give it away.
 */
export type ReplyStep = 'greeting' | 'sign-in' | 'mailbox' | 'sending' | 'unknown'

export interface ReplyContext {
  readonly step: ReplyStep
  /** A password and a token are refused for different reasons. */
  readonly credential: 'password' | 'token' | 'none'
  /** The refused command, where the surroundings of the reply name it; else its own words are asked. */
  readonly command?: SmtpCommand | null
}

/** Marks of one provider, then words that servers share, then the registry. */
const ALL: readonly ReplyLine[] = [
  ...MICROSOFT,
  ...GOOGLE,
  ...YAHOO,
  ...APPLE,
  ...GATEWAYS,
  ...GERMAN,
  ...CHINESE,
  ...BLOCK_LISTS,
  ...SERVER_WORDS,
  ...OTHER_LANGUAGES,
  ...STANDARD,
]

/** Numbers of one provider's own (`5.7.133`) are as telling as words; those of the registry are used for anything. */
function isOfRegistry({ words, response, status }: ReplyLine): boolean {
  return (
    words === undefined && response === undefined && status?.some((code) => /\.\d{3,}$/.test(code)) !== true
  )
}

/** The particular before the general, and what was said in words before what a number of the registry would mean. */
const DIALECTS: readonly ReplyLine[] = [
  ...ALL.filter((line) => !isOfRegistry(line)),
  ...ALL.filter(isOfRegistry),
]

/** A sentence about recipients says nothing while signing in. */
const ABOUT_THE_ACCOUNT = DIALECTS.filter(
  ({ means, response }) => means.startsWith('AUTH_') || response !== undefined,
)

const SIGNING_IN: readonly ReplyLine[] = [
  ...TLS_OF_CLIENT,
  ...WEB_SIGN_IN,
  // 534 5.7.9 is a mechanism that is too weak (RFC 4954 section 6), unless it is Google's app password.
  ...MECHANISM_WORDS,
  ...APP_PASSWORD,
  ...ABOUT_THE_ACCOUNT,
  ...MICROSOFT_SWITCHES,
  ...STATE_OF_ACCOUNT,
  ...ENCRYPTION_FIRST,
  ...MECHANISM_REFUSED,
  ...OTHER_REASONS,
]

const LINES: Readonly<Record<ReplyStep, readonly ReplyLine[]>> = {
  greeting: [
    ...TLS_OF_CLIENT,
    ...STATE_OF_ACCOUNT,
    ...MICROSOFT_SWITCHES,
    ...ENCRYPTION_FIRST,
    ...OTHER_REASONS_AT_GREETING,
  ],
  'sign-in': [...SIGNING_IN, CANNOT_SIGN_IN, ...BEFORE_PASSWORD],
  mailbox: SIGNING_IN,
  sending: [
    ...TLS_OF_CLIENT,
    ...WEB_SIGN_IN,
    ...DIALECTS,
    ...ENCRYPTION_FIRST,
    ...SIGN_IN_FIRST,
    ...MICROSOFT_SWITCHES,
    ...LEFT_OF_REFUSALS,
  ],
  unknown: [...WEB_SIGN_IN, ...DIALECTS],
}

/** Refusals of a token have one next step, whatever words a server has for them. */
const REFUSED_TOKEN: ReadonlySet<ReplyCode> = new Set<ReplyCode>([
  'AUTH_APP_PASSWORD',
  'AUTH_BASIC_DISABLED',
  'AUTH_REJECTED',
  'AUTH_REQUIRED',
  'REPLY_BY_STATUS',
  'REPLY_UNKNOWN',
])

/**
 * What a refusal means, live, pasted and in a bounce alike: the only place that reads the numbers and the words of a
 * reply. `REPLY_UNKNOWN` where no line knows it.
 */
export function meaningOf(given: ServerReply, { step, credential, command }: ReplyContext): ReplyCode {
  const reply = masked(given)
  const judged = said(reply, step) ?? implied(reply, step) ?? byStatus(reply)
  const meaning = step === 'sending' ? meantAt(command ?? commandIn(reply.text), judged) : judged
  if (step === 'sign-in' && credential === 'token' && REFUSED_TOKEN.has(meaning)) return 'AUTH_TOKEN_REJECTED'
  // Exchange says so of a second account whose token it was given; with a password it is the protocol that is off.
  return meaning === 'AUTH_TOKEN_OTHER_ACCOUNT' && credential !== 'token' ? 'AUTH_PROTOCOL_DISABLED' : meaning
}

/**
 * The server has looked at user name and password and does not accept them. A second attempt with the same password
 * would only bring the account closer to a lock-out.
 */
export function refusesPassword(reply: ServerReply): boolean {
  return meaningOf(reply, { step: 'sign-in', credential: 'password' }) === 'AUTH_REJECTED'
}

/**
 * The server has words of its own for a sign-in that is switched off, and says instead that this one is wrong: it has
 * looked. Of a bare refusal that is not sure, because servers answer so where no password would do.
 */
export function saysPasswordIsWrong(reply: ServerReply): boolean {
  return MICROSOFT_SWITCHES.find((line) => fits(line, reply))?.means === 'AUTH_REJECTED'
}

/** The server did not look at the password, because it does not take this mechanism. */
export function refusesMechanism(reply: ServerReply): boolean {
  return meaningOf(reply, { step: 'sign-in', credential: 'password' }) === 'AUTH_MECHANISM'
}

/** What is said about a sign-in, and not about the account or the server. */
const ABOUT_THE_ATTEMPT: ReadonlySet<ReplyCode> = new Set<ReplyCode>([
  'AUTH_MECHANISM',
  'AUTH_REJECTED',
  'AUTH_REQUIRED',
  'REPLY_BY_STATUS',
  'REPLY_UNKNOWN',
])

/**
 * What a refused sign-in leaves to the next mechanism. `mechanism`: the server cannot have compared the password, as it
 * had not seen it, or refuses the mechanism or the command as such. `session`: it takes no sign-in at this point.
 * `final`: it has judged the password, or speaks of the account or of itself.
 */
export function bearingOnPassword(
  reply: ServerReply,
  secret: 'shown' | 'not-shown',
): 'final' | 'mechanism' | 'session' {
  const meaning = meaningOf(reply, { step: 'sign-in', credential: 'password' })
  if (!ABOUT_THE_ATTEMPT.has(meaning)) return 'final'
  if (isOutOfSequence(reply)) return 'session'
  if (meaning === 'AUTH_MECHANISM' || secret === 'not-shown') return 'mechanism'
  return meaning !== 'AUTH_REJECTED' && isAboutCommand(reply) ? 'mechanism' : 'final'
}

/** RFC 5321 500, 501 and 502, RFC 9051 BAD: the command was not understood. */
function isAboutCommand(reply: ServerReply): boolean {
  if (reply.protocol === 'smtp') return [500, 501, 502].includes(reply.code)
  return reply.protocol === 'imap' && reply.status === 'BAD'
}

function isOutOfSequence(reply: ServerReply): boolean {
  return reply.protocol === 'smtp' && reply.code === 503
}

/** Said of the account itself, whatever was asked: the client is in and gets nothing. */
export function refusesAccount(reply: ServerReply): boolean {
  return meaningOf(reply, { step: 'mailbox', credential: 'password' }).startsWith('AUTH_')
}

/** Whether the words are of those with which a sign-in is refused for another reason than the password. */
export function isAboutSigningIn(reply: ServerReply): boolean {
  return [...OTHER_REASONS, ...BEFORE_PASSWORD].some((line) => fits(line, reply))
}

/** Whether it is said before any command: too many connections, a version of TLS that is too old. */
export function isSaidAtGreeting(reply: ServerReply): boolean {
  return OTHER_REASONS_AT_GREETING.some((line) => fits(line, reply) && line.means === 'SERVER_BUSY')
}

function said(reply: ServerReply, step: ReplyStep): ReplyCode | null {
  const lines = step === 'unknown' && isMailboxReply(reply) ? ABOUT_THE_ACCOUNT : LINES[step]
  return lines.find((line) => fits(line, reply))?.means ?? null
}

/** What follows from the class of the reply and the step alone. */
function implied(reply: ServerReply, step: ReplyStep): ReplyCode | null {
  if (step === 'unknown') return null
  if (isTemporary(reply)) return 'SERVER_BUSY'
  if (step === 'sign-in' && isRefusedSignIn(reply)) return 'AUTH_REJECTED'
  // To a sign-in, 503 says that it comes at the wrong time, not that it is missing.
  const isAnswered = step === 'sign-in' && isOutOfSequence(reply)
  if (!isAnswered && SIGN_IN_FIRST.some((line) => fits(line, reply))) return 'AUTH_REQUIRED'
  if (step === 'mailbox') return 'MAILBOX_BROKEN'
  return step === 'greeting' ? 'SERVER_REJECTED' : null
}

/**
 * RFC 4954 535, RFC 3463 5.7.8, RFC 5530 AUTHENTICATIONFAILED, RFC 3206 AUTH, and the many servers that give no code at
 * all: those are believed only where their words do not speak of something else.
 */
function isRefusedSignIn(reply: ServerReply): boolean {
  switch (reply.protocol) {
    case 'smtp':
      return (
        reply.enhanced === '5.7.8' ||
        (reply.code === 535 && (reply.enhanced !== '5.7.1' || isAboutCredentials(reply)))
      )
    case 'imap':
      return reply.status === 'NO' && isRefusedAs('AUTHENTICATIONFAILED', reply)
    case 'pop3':
      return reply.status === '-ERR' && isRefusedAs('AUTH', reply)
    case 'unknown':
      return false
    default:
      return assertNever(reply)
  }
}

function isRefusedAs(code: string, { responseCode, text }: ImapServerReply | Pop3ServerReply): boolean {
  // ALERT says only that the words are for the user (RFC 9051 section 7.1).
  const isUnnumbered = responseCode === null || responseCode === 'ALERT'
  return responseCode === code || (isUnnumbered && mayBeCredentials(text))
}

function isAboutCredentials({ text }: ServerReply): boolean {
  return /password|credentials|user ?name/i.test(text)
}

/** The number alone, where the registry gives it a meaning. */
function byStatus(reply: ServerReply): ReplyCode {
  const { code, enhanced } = partsOf(reply)
  const detail = parseEnhancedStatus(enhanced)?.detail ?? null
  // Out of turn, "other or undefined": both numbers say the same nothing.
  return detail === null || detail === '0.0' || (detail === '5.0' && code === 503)
    ? 'REPLY_UNKNOWN'
    : 'REPLY_BY_STATUS'
}

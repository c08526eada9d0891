import { commandIn } from '#shared/replies/command.ts'
import { isAboutSigningIn, isSaidAtGreeting, type ReplyStep } from '#shared/replies/meaning.ts'
import {
  isMailboxReply,
  type ImapServerReply,
  type Pop3ServerReply,
  type QuotedWords,
  type ServerReply,
  type SmtpServerReply,
} from '#shared/domain/server-reply.ts'

const SIGN_IN_CODES: ReadonlySet<number> = new Set([432, 454, 525, 530, 534, 535, 538])
const SIGN_IN_STATUS: ReadonlySet<string> = new Set([
  'x.7.8',
  'x.7.9',
  'x.7.11',
  'x.7.12',
  'x.7.13',
  'x.7.139',
])
/** Codes that refuse a message or a recipient and no AUTH: there the numbers above mean what the server likes. */
const MESSAGE_CODES: ReadonlySet<number> = new Set([450, 451, 452, 550, 551, 552, 553, 554])
const SIGN_IN_WORDS =
  /\b(log(ging)? ?in|logon|sign in|password|credentials?|basic authentication|auth(entication)? (fail|not enabled|command|mech))/i
/** Sentences about sending that have words of a sign-in in them. */
const IS_SENDING =
  /continue sending|too many (e-?mails|messages)|sender address rejected|relay|throttl|credits exceeded|\b(spf|dkim|dmarc)\b|\brecipients?\b/i
/** Said to another command than AUTH: it came too early. */
const ASKS_FOR_SIGN_IN = /^(?!.{0,200}already).{0,200}\b(?:must|needs?|requires?|required|please|first)\b/i
const MAILBOX_SIGN_IN_WORDS =
  /auth|log ?[io]n|password|credential|user|too many|app(lication)?-? ?specific|mechanism/i
const MECHANISM_WORDS = /auth|mechanism|sasl|login|plain/i
const BROKEN: ReadonlySet<string> = new Set(['SERVERBUG', 'CORRUPTION', 'SYS/PERM'])

/** The names of errors and commands with which programs tell that the reply came to a sign-in. */
const SIGN_IN_AROUND =
  /SMTPAuthenticationError|AuthenticationFailedException|AuthenticationException|\bEAUTH\b|Invalid login:|(?:^|\n)\W{0,4}(?:C: ?)?AUTH (?:PLAIN|LOGIN|CRAM-MD5|SCRAM-\S{1,20}|XOAUTH2)\b|command '?(?:LOGIN|AUTHENTICATE)\b|\bauthentication failed(?: \(method|[^\n]{0,20}[:=] ?\(?[45]\d\d\b)|SASL authentication fail|(?:unable to|could not|failed to) authenticate (?:on|to|at|with)\b|authenticating as |(?:while|when) (?:signing|logging) in\b|during (?:sign-?in|log-?in|authentication)\b|bei(?:m| der) (?:Anmelden|Anmeldung|Authentifizierung)/i

/** What a receiving server calls authentication, which is no sign-in. */
const PROOF_OF_SENDER = /\b(?:spf|dkim|dmarc)\b/i

/** Whether the text around a reply tells that it came to a sign-in, whatever its number is used for elsewhere. */
export function tellsOfSignIn(text: string): boolean {
  return SIGN_IN_AROUND.test(text) && !PROOF_OF_SENDER.test(text)
}

/** What was being done when a server said this; `unknown` when the reply does not give it away. */
export function stepOf(reply: ServerReply): ReplyStep {
  if (isMailboxReply(reply)) return stepAtMailbox(reply)
  const { enhanced, text } = reply
  const code = reply.protocol === 'smtp' ? reply.code : null
  const command = commandIn(text)
  if (command !== null) return command === 'AUTH' ? 'sign-in' : 'sending'
  if (IS_SENDING.test(text)) return 'sending'
  const isOfMessage = code !== null && MESSAGE_CODES.has(code)
  if (enhanced !== null && SIGN_IN_STATUS.has(`x${enhanced.slice(1)}`) && !isOfMessage) return 'sign-in'
  if (code !== null && SIGN_IN_CODES.has(code) && !isAboutMail(reply)) return 'sign-in'
  if (code === 421 && isSaidAtGreeting(reply)) return 'greeting'
  if (code === 504 && (text.trim() === '' || MECHANISM_WORDS.test(text))) return 'sign-in'
  if (isAuthCode(code) && /auth/i.test(text)) return ASKS_FOR_SIGN_IN.test(text) ? 'sending' : 'sign-in'
  if (SIGN_IN_WORDS.test(text)) return 'sign-in'
  return code === null && enhanced === null ? 'unknown' : 'sending'
}

/** AUTH out of turn, or not there at all: a number for every command, so the words have to name it. */
function isAuthCode(code: number | null): boolean {
  return code === 500 || code === 502 || code === 503
}

/** Numbers of the sign-in that are also used for other things: a greeting, a full queue, a foreign recipient. */
function isAboutMail({ enhanced, text }: SmtpServerReply | QuotedWords): boolean {
  return (enhanced !== null && !/\.(7|5)\.\d/.test(enhanced)) || /relay|helo/i.test(text)
}

/** IMAP and POP3 refuse many things; only some of them are about signing in. */
function stepAtMailbox(reply: ImapServerReply | Pop3ServerReply): ReplyStep {
  const { responseCode, status, text } = reply
  if (responseCode !== null && BROKEN.has(responseCode)) return 'mailbox'
  if (responseCode !== null && responseCode !== 'ALERT') return 'sign-in'
  return status === 'BYE' || MAILBOX_SIGN_IN_WORDS.test(text) || isAboutSigningIn(reply)
    ? 'sign-in'
    : 'unknown'
}

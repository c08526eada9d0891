import type { Code } from '#shared/finding/codes.ts'
import type { DeliveryAction } from '#shared/explain/bounce.ts'
import type { ExplainedCause } from '#shared/explain/explanation.ts'
import { stepOf } from '#shared/explain/step-of-reply.ts'
import { blockListIn } from '#shared/replies/block-list.ts'
import {
  COUNSEL,
  OWN_MAILBOX_FULL,
  pastedCounselByStatus,
  type Advice,
  type Counsel,
} from '#shared/replies/counsel.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'
import { meaningOf, type ReplyContext } from '#shared/replies/meaning.ts'
import { mayBeSwitchedOff, replyFacts } from '#shared/replies/reply-facts.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'
import { passes } from '#shared/replies/temporary.ts'
import { partsOf, type ServerReply, type SmtpCommand } from '#shared/domain/server-reply.ts'

type Judgement = Omit<ExplainedCause, 'recipients'>

const LONGEST_SENTENCE = 400
const VAGUE: ReadonlySet<Code> = new Set<Code>(['REPLY_UNKNOWN', 'REPLY_BY_STATUS', 'SERVER_BUSY'])

/**
 * The cause behind one pasted reply, with the counsel for a reader whose account is not under test.
 * @param around the step that the text around the reply tells of, `null` where it tells of none
 */
export function judgeReply(reply: ServerReply, around: 'sign-in' | null = null): Judgement {
  const code = meaningOfPasted(reply, { step: around ?? stepOf(reply) })
  return judgement(code, reply, passes(code, reply))
}

/** The cause behind what became of one delivery: said by another server than the one that the reader signs in to. */
export function judgeDelivery(
  reply: ServerReply,
  action: DeliveryAction,
  command: SmtpCommand | null = null,
): Judgement {
  const meaning = meaningOfPasted(reply, { step: 'sending', command })
  // A server that says it goes on trying needs no help, unless the cause is known better.
  if (action === 'delayed') return judgement(VAGUE.has(meaning) ? 'SEND_DELAYED' : meaning, reply, true)
  const code = BY_THE_OTHER_SIDE[meaning] ?? meaning
  return judgement(code, reply, passes(code, reply) && !UNTIL_GIVEN_UP.has(code))
}

/** A server that delivers signs in nowhere: what it is refused for is never the reader's own sign-in. */
const BY_THE_OTHER_SIDE: Readonly<Partial<Record<ReplyCode, ReplyCode>>> = {
  SEND_RELAY_DENIED: 'SEND_DOMAIN_UNKNOWN',
  AUTH_REQUIRED: 'SEND_RECIPIENT_RESTRICTED',
  AUTH_SUSPENDED: 'SEND_RECIPIENT_DISABLED',
  AUTH_ENCRYPTION_REQUIRED: 'SEND_BLOCKED',
}

/** Servers try again for days; a report that it failed means that none of them does any more. */
const UNTIL_GIVEN_UP: ReadonlySet<ReplyCode> = new Set<ReplyCode>([
  'SEND_DELAYED',
  'SEND_UNREACHABLE',
  'SERVER_BUSY',
])
const SEND_AGAIN: Counsel<Advice> = { turn: 'you', actions: [{ kind: 'retry' }, { kind: 'tell-recipient' }] }

function judgement(code: ReplyCode, reply: ServerReply, temporary: boolean): Judgement {
  const isOwn = code === 'SEND_MAILBOX_FULL' && isOwnMailbox(reply)
  const { turn, actions } =
    UNTIL_GIVEN_UP.has(code) && !temporary ? SEND_AGAIN : isOwn ? OWN_MAILBOX_FULL : counselFor(code, reply)
  return {
    code,
    severity: 'error',
    turn,
    actions: withListPage(actions, reply),
    facts: factsOf(reply),
    ...(isOwn ? { mailbox: 'own' } : {}),
    temporary,
  }
}

function meaningOfPasted(reply: ServerReply, context: Omit<ReplyContext, 'credential'>): ReplyCode {
  if (isProse(reply)) return 'REPLY_UNKNOWN'
  const credential = /oauth|access token|bearer/i.test(reply.text) ? 'token' : 'password'
  return meaningOf(reply, { ...context, credential })
}

/** A long text without any number is a letter and not a reply; words picked out of it would mean nothing. */
function isProse(reply: ServerReply): boolean {
  return reply.protocol === 'unknown' && reply.enhanced === null && reply.text.length > LONGEST_SENTENCE
}

function counselFor(code: ReplyCode, reply: ServerReply): Counsel<Advice> {
  if (code === 'AUTH_REJECTED' && mayBeSwitchedOff(reply)) return WITH_SWITCH
  const status = code === 'REPLY_BY_STATUS' ? parseEnhancedStatus(partsOf(reply).enhanced) : null
  return status === null ? COUNSEL[code].pasted : pastedCounselByStatus(status)
}

/** A wrong password, or a switch that an administrator has to turn. */
const WITH_SWITCH: Counsel<Advice> = {
  turn: 'you',
  actions: [...COUNSEL.AUTH_REJECTED.pasted.actions, { kind: 'ask-admin' }],
}

const YOURS =
  /\byour (e-?mail |mail )?(mail ?box|inbox|account|storage|quota)\b[^.;]{0,40}\b(full|quota|limit|storage|space)\b|\bihr (postfach|speicher)/i

/** The full mailbox that IMAP speaks of is one's own (RFC 5530 OVERQUOTA), and so is one that is called yours. */
function isOwnMailbox(reply: ServerReply): boolean {
  return partsOf(reply).responseCode === 'OVERQUOTA' || YOURS.test(reply.text)
}

/** Nothing is under test, so the words of a finding are filled without server, provider or date. */
export const NOTHING_AROUND: ExplainedCause['facts'] = {
  host: '',
  provider: 'none',
  program: 'none',
  switch: 'none',
  after: 'none',
  dislikes: 'network',
  busy: 'other',
  encrypted: 'no',
  offered: 'none',
  wanted: 'none',
  elsewhere: 'none',
  since: 'unknown',
  day: '',
  signIn: 'password',
  confirm: 'none',
}

function factsOf(reply: ServerReply): ExplainedCause['facts'] {
  return { ...NOTHING_AROUND, ...replyFacts(reply) }
}

/** The page of the block list comes from our own table, never from the reply. */
function withListPage(actions: readonly Advice[], reply: ServerReply): readonly Advice[] {
  const page = blockListIn(reply)?.page
  const [first, ...rest] = actions
  return page === undefined || first === undefined || first.kind !== 'ask-admin'
    ? actions
    : [first, { kind: 'open-help', url: page }, ...rest]
}

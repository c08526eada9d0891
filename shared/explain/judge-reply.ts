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
import { meaningOf } from '#shared/replies/meaning.ts'
import { replyFacts } from '#shared/replies/reply-facts.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'
import { passes } from '#shared/replies/temporary.ts'
import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'

type Judgement = Omit<ExplainedCause, 'recipients'>

const LONGEST_SENTENCE = 400
const VAGUE: ReadonlySet<Code> = new Set<Code>(['REPLY_UNKNOWN', 'REPLY_BY_STATUS', 'SERVER_BUSY'])

/** The cause behind one pasted reply, with the counsel for a reader whose account is not under test. */
export function judgeReply(
  reply: ServerReply,
  context: 'bounce' | 'alone',
  action: DeliveryAction = 'failed',
): Judgement {
  const meaning = meaningOfPasted(reply, context)
  // A server that says it goes on trying needs no help, unless the cause is known better.
  const code = action === 'delayed' && VAGUE.has(meaning) ? 'SEND_DELAYED' : meaning
  const { turn, actions } = counselFor(code, reply)
  return {
    code,
    severity: 'error',
    turn,
    actions: withListPage(actions, reply),
    facts: factsOf(reply),
    ...(isOwnMailbox(reply) ? { mailbox: 'own' } : {}),
    temporary: action === 'delayed' || passes(code, reply),
  }
}

function meaningOfPasted(reply: ServerReply, context: 'bounce' | 'alone'): ReplyCode {
  if (isProse(reply)) return 'REPLY_UNKNOWN'
  const credential = /oauth|access token|bearer/i.test(reply.text) ? 'token' : 'password'
  return meaningOf(reply, { step: context === 'bounce' ? 'sending' : stepOf(reply), credential })
}

/** A long text without any number is a letter and not a reply; words picked out of it would mean nothing. */
function isProse(reply: ServerReply): boolean {
  return reply.protocol === 'unknown' && reply.enhanced === null && reply.text.length > LONGEST_SENTENCE
}

function counselFor(code: ReplyCode, reply: ServerReply): Counsel<Advice> {
  if (isOwnMailbox(reply)) return OWN_MAILBOX_FULL
  const status = code === 'REPLY_BY_STATUS' ? parseEnhancedStatus(partsOf(reply).enhanced) : null
  return status === null ? COUNSEL[code].pasted : pastedCounselByStatus(status)
}

/** The full mailbox that IMAP speaks of is one's own (RFC 5530 OVERQUOTA). */
function isOwnMailbox(reply: ServerReply): boolean {
  return partsOf(reply).responseCode === 'OVERQUOTA'
}

/** Nothing is under test, so the words of a finding are filled without server, provider or date. */
const NOTHING_AROUND: ExplainedCause['facts'] = {
  host: '',
  provider: 'none',
  offered: 'none',
  wanted: 'none',
  elsewhere: 'none',
  since: 'unknown',
  day: '',
  signIn: 'password',
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

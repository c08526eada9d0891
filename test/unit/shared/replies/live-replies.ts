import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { isMailboxReply, type ServerReply } from '#shared/domain/server-reply.ts'
import type { Stage } from '#shared/domain/stage.ts'
import { quotedReply } from '#shared/explain/quoted-reply.ts'
import { stepOf } from '#shared/explain/step-of-reply.ts'
import { REPLY_CODES } from '#shared/replies/reply-code.ts'
import { harmless } from '#shared/text/server-text.ts'
import { rejected, situation, type Parts } from '../diagnosis/situations.ts'
import type { ExplainCase } from '../explain/explain-case.ts'

/** What the live test says of a reply. It is cut where the engine cuts it. */
export function live(
  reply: ServerReply,
  stage: Stage,
  around: Pick<Parts, 'provider' | 'date'> = {},
): Finding {
  const isMailbox = isMailboxReply(reply)
  return diagnose(
    situation({
      fault: rejected({ ...reply, text: harmless(reply.text) }),
      stage,
      passwordSent: 'yes',
      endpoint: isMailbox ? { protocol: 'imap' } : { protocol: 'smtp', port: 465 },
      credential: /oauth|access token|bearer/i.test(reply.text) ? 'token' : 'password',
      ...around,
    }),
  )
}

const STAGES = { 'sign-in': 'login', sending: 'send', mailbox: 'mailbox', greeting: 'greeting' } as const

/** A text that quotes a reply at a step that it gives away. */
export interface QuotedText {
  readonly text: string
  readonly code: Code
  readonly reply: ServerReply
  readonly stage: Stage
}

/** The reply in a text and where in a session it came, whatever is expected of it. */
export function replyIn(text: string): Omit<QuotedText, 'code'> | null {
  const reply = quotedReply(text)
  const step = reply === null ? 'unknown' : stepOf(reply)
  return reply === null || step === 'unknown' ? null : { text, reply, stage: STAGES[step] }
}

export function quoting([text, code]: ExplainCase): readonly QuotedText[] {
  const said = replyIn(text)
  return said === null || !REPLY_CODES.some((known) => known === code) ? [] : [{ ...said, code }]
}

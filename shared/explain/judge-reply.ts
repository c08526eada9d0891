import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { meaningOf } from '#shared/diagnosis/dialects.ts'
import { blockListIn } from '#shared/diagnosis/dialects/block-lists.ts'
import type { Code } from '#shared/diagnosis/codes.ts'
import { isTemporary } from '#shared/diagnosis/replies.ts'
import type { Situation } from '#shared/diagnosis/situation.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'
import type { FailedStage } from '#shared/domain/stage.ts'
import type { DeliveryAction } from '#shared/explain/bounce.ts'
import { parseEnhancedStatus } from '#shared/explain/enhanced-status.ts'
import type { ExplainedCause } from '#shared/explain/explanation.ts'
import { counselByStatus, pastedCounsel, type Advice } from '#shared/explain/pasted-counsel.ts'
import { UNKNOWN_SURROUNDINGS } from '#shared/domain/surroundings.ts'

type Occasion = 'login' | 'mailbox' | 'send'
type Judgement = Omit<ExplainedCause, 'recipients' | 'temporary' | 'severity'>

const LONGEST_SENTENCE = 400
const SIGN_IN_CODES: ReadonlySet<number> = new Set([432, 454, 504, 525, 530, 534, 535, 538])
const SIGN_IN_STATUS: ReadonlySet<string> = new Set([
  'x.7.8',
  'x.7.9',
  'x.7.11',
  'x.7.12',
  'x.7.13',
  'x.7.139',
])
const SIGN_IN_WORDS =
  /\b(log(ging)? ?in|logon|sign in|password|credentials?|basic authentication|auth(entication)? (fail|not enabled|command|mech))/i
const BROKEN: ReadonlySet<string> = new Set(['SERVERBUG', 'CORRUPTION', 'SYS/PERM'])
/** Whatever their number says, they pass. */
const PASSING: ReadonlySet<Code> = new Set<Code>([
  'SEND_DELAYED',
  'SEND_RATE',
  'SEND_UNREACHABLE',
  'SERVER_BUSY',
  'AUTH_LOCKED',
])

/**
 * The cause behind one reply: what its words mean in the dialect of whoever said it, then the rules that also judge
 * a live check, then what its number means in the registry.
 */
export function judgeReply(
  reply: ServerReply,
  context: 'bounce' | 'alone',
  action: DeliveryAction = 'failed',
): Omit<ExplainedCause, 'recipients'> {
  const judgement = whileDelayed(judge(reply, context), action)
  const temporary =
    action === 'delayed' ||
    PASSING.has(judgement.code) ||
    isTemporary(reply) ||
    (reply.code === null && reply.enhanced?.startsWith('4.') === true)
  return { ...judgement, severity: 'error', temporary }
}

function judge(reply: ServerReply, context: 'bounce' | 'alone'): Judgement {
  const occasion = context === 'bounce' ? 'send' : occasionOf(reply)
  const facts = { host: '', list: blockListIn(reply)?.name ?? 'none', offered: 'none' }
  const meaning = isProse(reply)
    ? null
    : meaningOf(reply, isSending(reply, occasion) ? 'sending' : 'signing-in')
  // The full mailbox that IMAP speaks of is one's own; the advice of a live check is the right one.
  const counsel = meaning === null || reply.responseCode === 'OVERQUOTA' ? null : pastedCounsel(meaning)
  if (meaning !== null && counsel !== null)
    return { code: meaning, turn: counsel.turn, actions: withPage(counsel.actions, reply), facts }
  const own = reply.responseCode === 'OVERQUOTA' ? 'send' : occasion
  const finding = own === null ? null : diagnose(situationOf(reply, own))
  if (finding === null || finding.code === 'REPLY_UNKNOWN') return byStatus(reply) ?? UNKNOWN
  const pasted = own === 'send' && reply.status === null ? pastedCounsel(finding.code) : null
  return {
    code: finding.code,
    turn: pasted?.turn ?? finding.turn,
    actions: pasted?.actions ?? finding.actions,
    facts: { ...finding.facts, ...facts, mailbox: reply.responseCode === 'OVERQUOTA' ? 'own' : 'other' },
  }
}

/** A long text without any number is a letter and not a reply; words picked out of it would mean nothing. */
function isProse({ code, enhanced, status, text }: ServerReply): boolean {
  return code === null && enhanced === null && status === null && text.length > LONGEST_SENTENCE
}

function isSending(reply: ServerReply, occasion: Occasion | null): boolean {
  return occasion === 'send' || (occasion === null && reply.status === null)
}

const UNKNOWN: Judgement = {
  code: 'REPLY_UNKNOWN',
  turn: 'provider',
  actions: [{ kind: 'ask-admin' }, { kind: 'retry' }],
  facts: { host: '' },
}

/** What was being done when a server said this; `null` when the reply does not give it away. */
function occasionOf(reply: ServerReply): Occasion | null {
  if (reply.status !== null) return occasionOfMailbox(reply)
  const { code, enhanced, text } = reply
  if (enhanced !== null && SIGN_IN_STATUS.has(`x${enhanced.slice(1)}`)) return 'login'
  if (code !== null && SIGN_IN_CODES.has(code) && !isAboutMail(reply)) return 'login'
  if (SIGN_IN_WORDS.test(text) || (code === 503 && /auth/i.test(text))) return 'login'
  return code === null && enhanced === null ? null : 'send'
}

/** Numbers of the sign-in that are also used for other things: a greeting, a full queue, a foreign recipient. */
function isAboutMail({ enhanced, text }: ServerReply): boolean {
  return (enhanced !== null && !/\.(7|5)\.\d/.test(enhanced)) || /relay|helo/i.test(text)
}

/** IMAP and POP3 refuse many things; only some of them are about signing in. */
function occasionOfMailbox({ responseCode, status, text }: ServerReply): Occasion | null {
  if (responseCode !== null && BROKEN.has(responseCode)) return 'mailbox'
  if (responseCode !== null && responseCode !== 'ALERT') return 'login'
  return status === 'BYE' ||
    /auth|log ?in|logon|password|credential|user|too many|app(lication)?-? ?specific/i.test(text)
    ? 'login'
    : null
}

function byStatus({ enhanced }: ServerReply): Judgement | null {
  const status = parseEnhancedStatus(enhanced)
  if (status === null || status.detail === null || status.detail === '0.0') return null
  return {
    code: 'REPLY_BY_STATUS',
    ...counselByStatus(status),
    facts: { host: '', class: status.class, subject: status.subject, detail: status.detail },
  }
}

/** A server that says it goes on trying needs nobody's help, unless the cause is known better. */
function whileDelayed(judgement: Judgement, action: DeliveryAction): Judgement {
  const isVague = ['REPLY_UNKNOWN', 'REPLY_BY_STATUS', 'SERVER_BUSY'].includes(judgement.code)
  const counsel = action === 'delayed' && isVague ? pastedCounsel('SEND_DELAYED') : null
  return counsel === null ? judgement : { ...judgement, code: 'SEND_DELAYED', ...counsel }
}

function withPage(actions: readonly Advice[], reply: ServerReply): readonly Advice[] {
  const page = blockListIn(reply)?.page
  const [first, ...rest] = actions
  return page === undefined || first === undefined || first.kind !== 'ask-admin'
    ? actions
    : [first, { kind: 'open-help', url: page }, ...rest]
}

/** A reply as the rules of a live check see it, with nothing around it. */
function situationOf(reply: ServerReply, stage: Occasion): Situation {
  const failed: FailedStage = {
    stage,
    status: 'failed',
    startedMs: 0,
    endedMs: 0,
    facts: {},
    fault: { kind: 'rejected', reply },
  }
  const protocol = reply.status === null ? 'smtp' : reply.status === '-ERR' ? 'pop3' : 'imap'
  return {
    evidence: {
      endpoint: { protocol, host: '', port: 0, security: 'tls' },
      stages: [failed],
      transcript: [],
      passwordSent: 'unknown',
    },
    failed,
    alternatives: [],
    siblings: [],
    surroundings: UNKNOWN_SURROUNDINGS,
    address: '',
    provider: null,
    origin: 'typed',
    signIn: 'password',
    credential: /oauth|access token|bearer/i.test(reply.text) ? 'token' : 'password',
    date: '',
  }
}

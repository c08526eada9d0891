import { letInPage } from '#shared/diagnosis/provider-hints.ts'
import type { Conclusion, Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn, type JudgedSituation, type Situation } from '#shared/diagnosis/situation.ts'
import type { Stage } from '#shared/domain/stage.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'
import { dislikes } from '#shared/replies/other-reasons.ts'
import { replyFacts } from '#shared/replies/reply-facts.ts'
import { REPLY_CODES, type ReplyCode } from '#shared/replies/reply-code.ts'

/** Causes with a rule of their own: the provider, the date or another fault may say more than the server did. */
const WITH_OWN_RULE: ReadonlySet<ReplyCode> = new Set<ReplyCode>([
  'AUTH_APP_PASSWORD',
  'AUTH_BASIC_DISABLED',
  'AUTH_NONE_USABLE',
  'AUTH_REJECTED',
  'AUTH_TOKEN_REJECTED',
  'TLS_CLIENT_CERT',
  'TLS_OLD',
])

/** Where the surroundings of a refusal change the next step. */
const ADAPTED: Readonly<Partial<Record<ReplyCode, (situation: Situation) => Conclusion>>> = {
  // Said over TLS: what stands before the server has taken the encryption off, and the server cannot see that it was there.
  AUTH_ENCRYPTION_REQUIRED: ({ evidence, failed }) =>
    evidence.endpoint.security === 'none' || isBeforeEncryption(failed.stage)
      ? { ...COUNSEL.AUTH_ENCRYPTION_REQUIRED.live, facts: { encrypted: 'no' } }
      : {
          turn: 'provider',
          actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }],
          facts: { encrypted: 'yes' },
        },
  AUTH_EXPIRED: (situation) => {
    const help = situation.provider?.pages.help
    const page = help === undefined ? [] : [{ kind: 'open-help', url: help } as const]
    return { turn: 'you', actions: [{ kind: 'edit-password' }, ...page, { kind: 'ask-admin' }] }
  },
  // Put right on a page of the provider, and then tested again.
  AUTH_PROTOCOL_DISABLED: (situation) => withLetInPage('AUTH_PROTOCOL_DISABLED', situation),
  AUTH_WEB_LOGIN: (situation) => withLetInPage('AUTH_WEB_LOGIN', situation),
  SERVER_REJECTED: (situation) => {
    const reply = rejectionIn(situation)
    const cause = reply === null ? 'unknown' : dislikes(reply)
    // What this program calls itself is the same in every network.
    if (cause === 'name') return { turn: 'provider', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] }
    // It let this computer in, and then refused EHLO in words that do not say why.
    return cause === 'unknown' && situation.failed.stage === 'capabilities' && reply?.protocol === 'smtp'
      ? {
          turn: 'provider',
          actions: [{ kind: 'ask-admin' }, { kind: 'edit-servers' }, { kind: 'other-network' }],
        }
      : COUNSEL.SERVER_REJECTED.live
  },
  AUTH_REQUIRED: (situation) =>
    situation.signIn === 'none'
      ? { turn: 'you', actions: [{ kind: 'add-sign-in' }, { kind: 'ask-admin' }, { kind: 'retry' }] }
      : COUNSEL.AUTH_REQUIRED.live,
  SEND_DIRECT_REFUSED: (situation) =>
    situation.signIn === 'none'
      ? {
          turn: 'admin',
          actions: [{ kind: 'ask-admin' }, { kind: 'add-sign-in' }, { kind: 'edit-servers' }],
        }
      : COUNSEL.SEND_DIRECT_REFUSED.live,
  // A relay that was to take mail without a sign-in knows neither this computer nor this address.
  SEND_RELAY_DENIED: (situation) =>
    situation.signIn === 'none'
      ? {
          turn: 'network',
          actions: [{ kind: 'other-network' }, { kind: 'add-sign-in' }, { kind: 'ask-admin' }],
        }
      : COUNSEL.SEND_RELAY_DENIED.live,
}

/** One rule for each thing that a refusal can mean: what it means is known to `replies/`, whose turn it is to its counsel. */
export const refusals: readonly Rule[] = REPLY_CODES.filter((code) => !WITH_OWN_RULE.has(code)).map(
  (code) => ({
    code,
    conclude: (situation) => (situation.meaning === code ? concluded(code, situation) : null),
  }),
)

function concluded(code: ReplyCode, situation: JudgedSituation): Conclusion {
  const conclusion: Conclusion = ADAPTED[code]?.(situation) ?? COUNSEL[code].live
  const reply = rejectionIn(situation)
  return { ...conclusion, facts: { ...(reply === null ? {} : replyFacts(reply)), ...conclusion.facts } }
}

function isBeforeEncryption(stage: Stage): boolean {
  return stage === 'greeting' || stage === 'capabilities' || stage === 'starttls'
}

function withLetInPage(code: ReplyCode, { provider }: Situation): Conclusion {
  const { turn, actions } = COUNSEL[code].live
  const page = letInPage(provider)
  return { turn, actions: page === null ? actions : [{ kind: 'open-help', url: page }, ...actions] }
}

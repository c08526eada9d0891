import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import type { Code } from '#shared/finding/codes.ts'
import { meaningOfStatus } from '#shared/replies/dialects/standard.ts'
import { parseEnhancedStatus } from '#shared/replies/enhanced-status.ts'
import type { Advice } from '#shared/replies/counsel.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Codes whose words speak of what is under way: a test message and its server, or a sign-in for Mailwright itself. */
const OWN_WORDS = [
  'SEND_RECIPIENT_UNKNOWN',
  'SEND_MAILBOX_FULL',
  'SEND_TOO_BIG',
  'SEND_BLOCKED',
  'SEND_RELAY_DENIED',
  'SEND_AS_DENIED',
  'SEND_DOMAIN_UNKNOWN',
  'SEND_RECIPIENT_RESTRICTED',
  'SEND_RATE',
  'SEND_CONTENT',
  'SEND_ATTACHMENT',
  'SEND_FORMAT',
  'SEND_TOO_MANY_RECIPIENTS',
  'SERVER_BUSY',
  'REPLY_UNKNOWN',
  'NET_DNS_NONE',
  'NET_DNS_FAIL',
  'NET_OFFLINE',
  'NET_REFUSED',
  'NET_TIMEOUT',
  'NET_UNREACHABLE',
  'NET_RESET',
  'TLS_NAME',
  'TLS_UNTRUSTED',
  'TLS_EXPIRED',
  'TLS_OLD',
  'TLS_HANDSHAKE',
  'TLS_NOT_TLS',
  'STARTTLS_MISSING',
  'PROTO_WRONG_SERVICE',
  'OAUTH_CONSENT',
  'OAUTH_BLOCKED',
  'OAUTH_AGAIN',
  'OAUTH_CLIENT',
  'OAUTH_ACCOUNT',
  'OAUTH_SCOPE',
  'OAUTH_SERVER',
  'OK',
] as const

const HOUR = 3_600

export interface CauseWords {
  readonly title: string
  readonly explanation: string
}

/** What a pasted text means, to a person. */
export function causeWords({ code, facts, mailbox }: ExplainedCause, t: Translate): CauseWords {
  const own = mailbox === 'own' ? undefined : OWN_WORDS.find((known) => known === code)
  if (own !== undefined)
    return { title: t(`explained.${own}.title`, facts), explanation: t(`explained.${own}.text`, facts) }
  const { host } = facts
  return codeWords(code, t, {
    ...facts,
    host: host === undefined || host === '' ? t('explained.the-server') : host,
  })
}

/** Whether it passes by itself; `null` where that is not certain. */
export function lastsWords({ code, severity, temporary }: ExplainedCause, t: Translate): string | null {
  const isCertain = severity === 'error' && code !== 'REPLY_UNKNOWN'
  return isCertain || temporary ? t(`explained.temporary.${temporary ? 'yes' : 'no'}`) : null
}

/** What stands before the words that were quoted. */
export function saidWords({ saidBy }: Pick<Explanation, 'saidBy'>, t: Translate): string {
  return t(`${saidBy}-said`)
}

/**
 * The numbers of a reply, with what the registry says about them; `null` for a reply without any. Where the words of the
 * server gave another cause than its number has, the number stands alone: two readings of one reply would contradict each other.
 */
export function numberWords(
  { reply, causes }: Pick<Explanation, 'reply' | 'causes'>,
  t: Translate,
): string | null {
  const number = [reply?.code, reply?.enhanced]
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
  const enhanced = reply?.enhanced ?? null
  const meaning = agrees(enhanced, causes[0].code) ? statusWords(enhanced, t) : null
  return number === '' ? null : `${number}${meaning === null ? '' : ` (${meaning})`}`
}

/** Whether a number means, by the registry, what was said about the reply; a cause read from it alone always does. */
function agrees(enhanced: string | null, code: Code): boolean {
  const means = meaningOfStatus(enhanced)
  return code === 'REPLY_UNKNOWN' || code === 'REPLY_BY_STATUS' || means === code
}

/** The next step in words: nothing is tested here, so none of them is a button. */
export function adviceWords(advice: Advice, t: Translate): string {
  switch (advice.kind) {
    case 'wait':
      return advice.seconds < HOUR
        ? actionWords(advice, t)
        : t('explained.action.wait', { hours: Math.round(advice.seconds / HOUR) })
    case 'open-help':
      return t('explained.action.open-help', { url: advice.url })
    case 'retry':
    case 'edit-address':
    case 'edit-servers':
    case 'edit-password':
    case 'app-password':
    case 'oauth-sign-in':
    case 'ask-admin':
    case 'other-network':
    case 'free-space':
    case 'change-message':
    case 'tell-recipient':
    case 'test-live':
      return t(`explained.action.${advice.kind}`)
    default:
      return actionWords(advice, t)
  }
}

/** Whether the administrator of the reader's own organisation can change it, and not the mail provider. */
export function isForOwnAdmin({ code, turn }: Pick<ExplainedCause, 'code' | 'turn'>): boolean {
  return turn === 'admin' && code.startsWith('OAUTH_')
}

/** The label of the button that stands for an advice where something can be done about it at once. */
export function causeButtonWords(
  advice: Advice,
  cause: Pick<ExplainedCause, 'code' | 'turn'>,
  t: Translate,
): string {
  switch (advice.kind) {
    case 'wait':
      return adviceWords(advice, t)
    case 'ask-admin':
      return t(isForOwnAdmin(cause) ? 'action.ask-own-admin' : 'explain.button.ask-admin')
    case 'open-help':
      return t('explain.button.open-help', { host: /^https:\/\/([^/]+)/.exec(advice.url)?.[1] ?? '' })
    case 'tell-recipient':
    case 'change-message':
    case 'edit-address':
    case 'edit-servers':
    case 'edit-password':
    case 'app-password':
    case 'oauth-sign-in':
    case 'other-network':
    case 'free-space':
    case 'check-clock':
      return t(`explain.button.${advice.kind}`)
    default:
      return t('explain.button.retry')
  }
}

/** What the registry says about an enhanced status code, `null` for a number that is not in it. */
export function statusWords(enhanced: string | null, t: Translate): string | null {
  const detail = parseEnhancedStatus(enhanced)?.detail ?? null
  return detail === null ? null : t(`status.${detail}`)
}

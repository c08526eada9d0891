import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { ExplainedCause } from '#shared/explain/explanation.ts'
import type { Advice } from '#shared/replies/counsel.ts'
import { microsoftNumber } from '#shared/oauth/microsoft-refusals.ts'
import { refusalOf, type OAuthRefusal } from '#shared/oauth/refusals.ts'
import { harmless } from '#shared/text/server-text.ts'

/** What a sign-in page has said, and what it means for the user. */
export interface PageRefusal {
  readonly cause: ExplainedCause
  /** In the page's own words. */
  readonly said: string
}

interface Said {
  readonly server: 'Microsoft' | 'Google'
  readonly verdict: OAuthRefusal | 'password' | 'locked'
  readonly words: string
}

interface Counsel {
  readonly code: Code
  readonly turn: Turn
  readonly actions: readonly [Advice, ...Advice[]]
}

const QUARTER_HOUR = 900
const SHOWN = 500
/** Pages are short, and so is what people copy from them. */
const READ = 20_000

/** The numbers of Microsoft for what is typed into its own page. */
const PASSWORD_NUMBERS: ReadonlySet<string> = new Set(['50056', '50064', '50126'])
const LOCKED_NUMBER = '50053'
/** The page has no number while it asks for an administrator. */
const APPROVAL =
  /\bneeds? admin approval\b|\bthat only an admin can grant\b|\bApproval required\b|Administratorgenehmigung erforderlich|Genehmigung erforderlich/i

/** `Error 403: access_denied` below Google's "Access blocked". */
const GOOGLE_ERROR = /\bError 4\d\d: ([a-z_]{3,40})\b/
/** What Google means by words that mean less, or nothing, in RFC 6749: the client is refused as it is. */
const GOOGLE_WORDS: Readonly<Record<string, OAuthRefusal>> = {
  access_denied: 'client',
  deleted_client: 'client',
  disallowed_useragent: 'client',
  invalid_request: 'client',
  disabled_client: 'client',
  restricted_client: 'client',
}
const GOOGLE_EXPIRED = /"?Token has been expired or revoked\.?"?/

const COUNSEL: Readonly<Record<Exclude<Said['verdict'], 'unknown'>, Counsel>> = {
  consent: { code: 'OAUTH_CONSENT', turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] },
  rule: { code: 'OAUTH_BLOCKED', turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'other-network' }] },
  again: { code: 'OAUTH_AGAIN', turn: 'you', actions: [{ kind: 'oauth-sign-in' }, { kind: 'ask-admin' }] },
  client: { code: 'OAUTH_CLIENT', turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] },
  account: {
    code: 'OAUTH_ACCOUNT',
    turn: 'you',
    actions: [{ kind: 'oauth-sign-in' }, { kind: 'ask-admin' }],
  },
  declined: { code: 'OAUTH_CANCELLED', turn: 'you', actions: [{ kind: 'oauth-sign-in' }] },
  scope: { code: 'OAUTH_SCOPE', turn: 'admin', actions: [{ kind: 'ask-admin' }, { kind: 'retry' }] },
  busy: {
    code: 'OAUTH_SERVER',
    turn: 'nobody',
    actions: [{ kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'retry' }],
  },
  password: {
    code: 'AUTH_REJECTED',
    turn: 'you',
    actions: [{ kind: 'edit-password' }, { kind: 'ask-admin' }],
  },
  locked: {
    code: 'AUTH_LOCKED',
    turn: 'nobody',
    actions: [{ kind: 'wait', seconds: QUARTER_HOUR }, { kind: 'ask-admin' }],
  },
}

/**
 * What the page of an authorization server means, pasted as its text, its address or a line of a log; `null` where it
 * is none, or none that is known.
 */
export function explainSignInPage(text: string): PageRefusal | null {
  const said = saidByMicrosoft(text.slice(0, READ)) ?? saidByGoogle(text.slice(0, READ))
  if (said === null || said.verdict === 'unknown') return null
  const { server, verdict, words } = said
  const facts = { server, host: server, elsewhere: 'none', why: 'refused', switch: 'none' }
  const temporary = verdict === 'busy' || verdict === 'locked'
  return {
    cause: { ...COUNSEL[verdict], severity: 'error', facts, recipients: [], temporary },
    said: harmless(words, SHOWN),
  }
}

function saidByMicrosoft(text: string): Said | null {
  const server = 'Microsoft'
  const number = microsoftNumber(text)
  if (number === null)
    return APPROVAL.test(text) ? { server, verdict: 'consent', words: text.replaceAll('\n', ' ') } : null
  const words = sentenceWith(text, number)
  if (PASSWORD_NUMBERS.has(number)) return { server, verdict: 'password', words }
  if (number === LOCKED_NUMBER) return { server, verdict: 'locked', words }
  return { server, verdict: refusalOf('', text, 'microsoft'), words }
}

/** From the number to the end of the line or of the string it was quoted in; an address bar writes it in its own way. */
function sentenceWith(text: string, number: string): string {
  const [quoted = ''] = new RegExp(`AADSTS${number}[^\\r\\n"\\\\&]{0,600}`).exec(text) ?? []
  if (!quoted.includes('+') && !quoted.includes('%')) return quoted
  try {
    return decodeURIComponent(quoted.replaceAll('+', ' '))
  } catch {
    return quoted
  }
}

function saidByGoogle(text: string): Said | null {
  const server = 'Google'
  const [line, word] = GOOGLE_ERROR.exec(text) ?? []
  if (line !== undefined && word !== undefined) {
    const own = Object.hasOwn(GOOGLE_WORDS, word) ? GOOGLE_WORDS[word] : undefined
    return { server, verdict: own ?? refusalOf(word, '', null), words: line }
  }
  const [expired] = GOOGLE_EXPIRED.exec(text) ?? []
  return expired === undefined ? null : { server, verdict: 'again', words: expired }
}

import type { Code } from '#shared/finding/codes.ts'
import type { Finding, FindingFacts } from '#shared/finding/finding.ts'
import type { PasswordSent } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { isStatusDetail, isStatusSubject } from '#shared/replies/enhanced-status.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { TextValues, Translate } from '#shared/i18n/translator.ts'

/** What a person reads: what happened, why, and whether the password left this computer. */
export interface FindingWords {
  readonly title: string
  readonly explanation: string
  readonly password: string
}

export function findingWords(finding: Finding, t: Translate): FindingWords {
  return {
    ...codeWords(finding.code, t, finding.facts),
    password: passwordWords(finding.passwordSent, { sent: finding.facts['sent'], ...finding.endpoint }, t),
  }
}

/** For codes that do not come from a probe: addresses, keychain, files. */
export function codeWords(
  code: Code,
  t: Translate,
  facts: FindingFacts = {},
): Omit<FindingWords, 'password'> {
  const values = { ...toValues(facts), ...statusValues(facts, t) }
  return { title: t(`code.${code}.title`, values), explanation: t(`code.${code}.text`, values) }
}

/** Whether a secret left this computer, which kind of secret, to whom, and whether it was encrypted. */
export function passwordWords(
  passwordSent: PasswordSent,
  {
    sent = 'password',
    security,
    host,
  }: { readonly sent?: string | number | undefined } & Pick<ServerEndpoint, 'security' | 'host'>,
  t: Translate,
): string {
  return t(`password-sent.${passwordSent}`, { sent, security, host })
}

/** A number of the registry in words (RFC 3463). */
function statusValues({ subject, detail }: FindingFacts, t: Translate): TextValues {
  return {
    ...(isStatusSubject(subject) ? { subject: t(`status-subject.${subject}`) } : {}),
    ...(isStatusDetail(detail) ? { detail: t(`status.${detail}`) } : {}),
  }
}

const MOMENTS = new Set(['validFrom', 'validTo'])
const DAYS = new Set(['day', 'finalDay'])

/** Facts cross boundaries as plain values; dates among them are formatted in the reader's language. */
function toValues(facts: FindingFacts): TextValues {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const date = MOMENTS.has(name) ? new Date(value) : DAYS.has(name) ? dayForReader(String(value)) : null
      return [name, date !== null && !Number.isNaN(date.getTime()) ? date : value]
    }),
  )
}

import { about, factsOf } from '#shared/diagnosis/remark-base.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { Evidence } from '#shared/domain/evidence.ts'

/** From here on a few messages with attachments are enough. */
const NEARLY_FULL_PERCENT = 90

const KB_PER_MB = 1_024

/**
 * The mailbox opens, and what the server tells of its quota (RFC 9208) says that it takes no more mail, or soon will
 * not. A limit of nothing is how some servers write that there is none.
 */
export function quotaRemark(evidence: Evidence): Finding | null {
  const { usedKb = 0, limitKb = 0 } = mailboxFacts(evidence)
  if (limitKb === 0) return null
  const percent = Math.floor((usedKb / limitKb) * 100)
  if (percent < NEARLY_FULL_PERCENT) return null
  return {
    ...about(evidence, 'mailbox'),
    code: usedKb >= limitKb ? 'MAILBOX_FULL' : 'MAILBOX_NEARLY_FULL',
    turn: 'you',
    provider: null,
    product: null,
    actions: [{ kind: 'free-space' }],
    facts: {
      ...factsOf(evidence),
      stage: 'mailbox',
      provider: 'none',
      percent,
      usedMb: Math.round(usedKb / KB_PER_MB),
      limitMb: Math.round(limitKb / KB_PER_MB),
    },
  }
}

function mailboxFacts({ stages }: Evidence) {
  for (const record of stages) if (record.stage === 'mailbox') return record.facts
  return {}
}

import type { Finding } from '#shared/finding/finding.ts'
import { hintsFor } from '#shared/diagnosis/provider-hints.ts'
import { withinThisComputer } from '#shared/diagnosis/this-computer.ts'
import type { Conclusion, Rule } from '#shared/diagnosis/rule.ts'
import { RULES } from '#shared/diagnosis/rules.ts'
import { judged, rejectionIn, type Situation } from '#shared/diagnosis/situation.ts'
import { passwordTraceOf, sentIn } from '#shared/domain/evidence.ts'

/**
 * Names the cause of a failure: exactly one finding. A failure no rule speaks for is a bug, because every kind of
 * fault has one; it is reported as such rather than hidden behind a general word.
 */
export function diagnose(situation: Situation): Finding {
  const read = judged(situation)
  for (const rule of RULES) {
    const conclusion = rule.conclude(read)
    if (conclusion !== null) return findingOf(rule, withinThisComputer(conclusion, situation), situation)
  }
  throw new Error(`no rule for ${situation.failed.fault.kind} at ${situation.failed.stage}`)
}

function findingOf(rule: Rule, conclusion: Conclusion, situation: Situation): Finding {
  const { date, evidence, failed, provider, signIn } = situation
  const { protocol } = evidence.endpoint
  const hints = hintsFor(rule.code, { date, protocol, provider }).map((hint) =>
    opens(conclusion, hint.url) ? { ...hint, url: null } : hint,
  )
  return {
    code: rule.code,
    severity: 'error',
    stage: failed.stage,
    endpoint: evidence.endpoint,
    ...passwordTraceOf(evidence),
    turn: conclusion.turn,
    actions: conclusion.actions,
    ...(hints.length === 0 ? {} : { hints }),
    serverSaid: rejectionIn(situation)?.text || null,
    provider: provider?.name ?? null,
    product: null,
    facts: {
      host: evidence.endpoint.host,
      port: evidence.endpoint.port,
      protocol: evidence.endpoint.protocol,
      security: evidence.endpoint.security,
      stage: failed.stage,
      provider: provider?.name ?? 'none',
      signIn,
      sent: sentIn(evidence),
      ...conclusion.facts,
    },
  }
}

/** One page needs no two buttons. */
function opens({ actions }: Conclusion, url: string | null): boolean {
  return actions.some((action) => 'url' in action && action.url === url)
}

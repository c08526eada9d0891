import type { Action, ActionKind } from '#shared/finding/action.ts'
import type { Conclusion } from '#shared/diagnosis/rule.ts'
import type { Situation } from '#shared/diagnosis/situation.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { STAGES } from '#shared/domain/stage.ts'

/** What can be done about a network. */
const ABOUT_THE_NETWORK: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'other-network',
  'network-sign-in',
  'set-proxy',
  'ask-admin',
])

/**
 * What a conclusion comes to where the server is a program on this computer: there is no network on the way, and before
 * the sign-in no provider either. What is refused at the sign-in and after it may well be the provider's word, passed
 * on by a bridge.
 */
export function withinThisComputer(conclusion: Conclusion, { evidence, failed }: Situation): Conclusion {
  const { turn } = conclusion
  const isAfterReaching = STAGES.indexOf(failed.stage) >= STAGES.indexOf('login')
  if (!isLoopbackHost(evidence.endpoint.host)) return conclusion
  if (turn !== 'network' && (turn !== 'provider' || isAfterReaching)) return conclusion
  const [first, ...others] = conclusion.actions.filter(({ kind }) => !ABOUT_THE_NETWORK.has(kind))
  const actions: readonly [Action, ...Action[]] =
    first === undefined ? [{ kind: 'retry' }] : [first, ...others]
  return { ...conclusion, turn: 'computer', actions }
}

import type { Fault } from '#shared/domain/fault.ts'
import type { Outcome } from '#shared/outcome.ts'
import { sendMessage } from '#engine/probe/deliver.ts'
import type { StageContext } from '#engine/connection/stage-context.ts'
import type { Submission } from '#engine/protocols/dialogue.ts'
import type { Delivery } from '#engine/round-trip/delivery.ts'

/**
 * A service that takes mail without a sign-in. There is no place for a credential in here, so none can go there.
 */
export interface ProbeRelay {
  readonly kind: 'relay'
  /** Whose mail it has to take, in the form the mail world uses. */
  readonly address: string
  /** The test message to hand in; `null`: the server is asked whether it would take one. */
  readonly delivery: Delivery | null
}

/** Instead of a sign-in, the relay shows that it takes mail from this address: the stage `send`. */
export async function useRelay(
  dialogue: Submission,
  { address, delivery }: ProbeRelay,
  context: StageContext,
): Promise<Outcome<null, Fault>> {
  context.skip('login', { why: 'no-login-needed' })
  if (delivery !== null) return sendMessage(dialogue, delivery, context)
  return context.stage('send', context.limits.sendMs, ({ note }) => {
    note({ to: address, how: 'asked' })
    return dialogue.rcptDryRun(address)
  })
}

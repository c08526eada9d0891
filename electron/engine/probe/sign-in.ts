import type { Fault } from '#shared/domain/fault.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { MechanismChoice } from '#shared/domain/mechanism.ts'
import type { Delivery } from '#engine/round-trip/delivery.ts'
import type { Credential } from '#engine/secret.ts'

/** Signing in, which takes a service the user confirmed. */
export interface ProbeSignIn {
  readonly kind: 'sign-in'
  /** Whose account it is: its name may ask something of the server. */
  readonly address: string
  readonly service: ConfirmedService
  readonly credential: Credential
  /** The one mechanism that may be used, by its name; missing where the best is to be found. */
  readonly onlyMechanism?: string | undefined
  /** Asked right before the secret would be written; an answer other than `null` ends the attempt unmade. */
  readonly mayProceed: (signal: AbortSignal) => Promise<Fault | null>
  /** What hands mail in sends the message, what fetches mail waits for it; `null`: the sign-in is all that is wanted. */
  readonly delivery: Delivery | null
}

/** Which mechanisms a sign-in may use. */
export function mechanismsFor(
  { onlyMechanism }: Pick<ProbeSignIn, 'onlyMechanism'>,
  { mechanismOrder = 'plain-first' }: Pick<ProbeTools, 'mechanismOrder'>,
): MechanismChoice {
  return onlyMechanism === undefined
    ? { kind: 'best', order: mechanismOrder }
    : { kind: 'only', name: onlyMechanism }
}

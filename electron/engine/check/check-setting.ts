import type { Provider } from '#shared/catalogue/provider.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Redactor } from '#shared/report/redact.ts'
import type { LoginGate } from '#engine/check/login-gate.ts'
import type { NetworkObservation } from '#engine/check/network-observation.ts'
import type { Credential } from '#engine/secret.ts'

/** What a service signs in with, and the gate before its first try. */
export interface SignInKey {
  readonly credential: Credential | null
  readonly gate: LoginGate
}

/** What the services of one check have in common. */
export interface CheckSetting {
  readonly address: string
  /** The address in the form the mail world uses, for the question whether a relay takes mail from it. */
  readonly sender: string
  readonly keyFor: (protocol: Protocol) => SignInKey
  readonly provider: Provider | null
  /** The one mechanism that may be used. */
  readonly onlyMechanism: string | undefined
  readonly networkObservation: NetworkObservation
  readonly redact: Redactor
  readonly signal: AbortSignal
  /** Milliseconds since the check began. */
  readonly now: () => number
  readonly emit: (event: TestEvent) => void
  /** How far the other services have come. */
  readonly siblingsOf: (check: Trail) => readonly Trail[]
}

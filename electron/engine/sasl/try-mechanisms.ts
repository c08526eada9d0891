import { refusesMechanism } from '#shared/replies/meaning.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { ChannelBinding, SaslMechanism } from '#engine/sasl/mechanism.ts'
import { pickMechanism } from '#engine/sasl/mechanisms.ts'
import type { Credential } from '#engine/secret.ts'

/** Some servers count a refused way to sign in as a failed sign-in. */
const MAX_ATTEMPTS = 3

export interface MechanismOffer {
  readonly offered: readonly string[]
  readonly kind: Credential['kind']
  readonly binding: ChannelBinding | null
  readonly onMethod: (method: AuthMethod) => void
}

/**
 * Signs in with the best announced mechanism. Some servers announce a mechanism that they then refuse as such (504
 * 5.7.4); the password was not judged then, and the next best follows. Any other answer is final.
 * @returns `null` where none of the mechanisms can be used
 */
export async function tryMechanisms<T>(
  { offered, kind, binding, onMethod }: MechanismOffer,
  attempt: (mechanism: SaslMechanism) => Promise<Outcome<T, Fault>>,
): Promise<Outcome<T, Fault> | null> {
  const refused = new Set<string>()
  let last: Outcome<T, Fault> | null = null
  while (refused.size < MAX_ATTEMPTS) {
    const left = offered.filter((name) => !refused.has(name.toUpperCase()))
    const mechanism = pickMechanism(left, kind, binding)
    if (mechanism === null) return last
    onMethod(mechanism.method)
    last = await attempt(mechanism)
    if (last.ok || last.error.kind !== 'rejected' || !refusesMechanism(last.error.reply)) return last
    refused.add(mechanism.name)
  }
  return last
}

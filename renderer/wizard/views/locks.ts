import type { AppDescription } from '#shared/contract/contract.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { Lock } from '#shared/policy/policy.ts'

/** The organisation whose rule holds this address, `null` where the user decides. The engine judges the same. */
export function lockedBy(
  { policy }: AppDescription,
  { candidates }: Pick<Discovery, 'candidates'>,
  lock: Lock,
): string | null {
  const isHeld = candidates.some(({ source }) => source === 'policy')
  return isHeld && policy?.locked.includes(lock) === true ? policy.organisation : null
}

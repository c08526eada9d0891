import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { provedSetupOf } from '#engine/setup/proved-setup-of.ts'
import type { Setup } from '#engine/setup/setups.ts'

/** Hands on what is proved of a setup, if it is still there and anything is. */
export async function withFinished<T, E>(
  setup: Setup | null,
  work: (finished: FinishedSetup) => Promise<Outcome<T, E>>,
): Promise<Outcome<T, E | 'CFG_CONFIRM'> | SetupGone> {
  if (setup === null) return SETUP_GONE
  const finished = provedSetupOf(setup)
  return finished.services.length === 0 ? fail('CFG_CONFIRM') : work(finished)
}

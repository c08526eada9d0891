import { finishedSetup, type FinishedSetup } from '#shared/domain/finished-setup.ts'
import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import type { Setup } from '#engine/setup/setups.ts'
import { oauthOf, provedServices } from '#engine/setup/save.ts'

/** A token that the user typed: it is not known who gave it out. */
const TYPED_TOKEN = { issuer: '', clientId: '' }

/** What a mail program may be told of a setup: what is proved of it. `null` where nothing is. */
function finishedOf(setup: Setup): FinishedSetup | null {
  const services = provedServices(setup)
  if (services.length === 0) return null
  const oauth = oauthOf(setup) ?? (setup.credential?.kind === 'token' ? TYPED_TOKEN : null)
  return finishedSetup({ services, oauth }, setup.address)
}

/** Hands on what is proved of a setup, if it is still there and anything is. */
export async function withFinished<T, E>(
  setup: Setup | null,
  work: (finished: FinishedSetup) => Promise<Outcome<T, E>>,
): Promise<Outcome<T, E | 'CFG_CONFIRM'> | SetupGone> {
  if (setup === null) return SETUP_GONE
  const finished = finishedOf(setup)
  return finished === null ? fail('CFG_CONFIRM') : work(finished)
}

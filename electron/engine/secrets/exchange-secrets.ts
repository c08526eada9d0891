import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { SecretProblem, SecretStore } from '#engine/environment.ts'

/** What can still be undone, as long as what belongs to it has not been written. */
export interface Exchange {
  /** Puts everything back as it was, at once or as soon as the keychain answers again. */
  readonly takeBack: () => Promise<void>
}

/**
 * Replaces several secrets together: all of them, or none. What was there is read first, so that a step that fails, also
 * one that comes after the exchange, does not cost the user a password that worked.
 * @param wanted the new secrets by name; `null` removes one
 */
export async function exchangeSecrets(
  store: SecretStore,
  wanted: ReadonlyMap<string, string | null>,
): Promise<Outcome<Exchange, SecretProblem>> {
  const before = new Map<string, string | null>()
  for (const name of wanted.keys()) {
    const old = await store.read(name)
    if (!old.ok) return old
    before.set(name, old.value)
  }
  const touched: string[] = []
  const takeBack = async () => {
    for (const name of touched) await store.settle(name, before.get(name) ?? null)
  }
  for (const [name, secret] of wanted) {
    if (secret === null && before.get(name) === null) continue
    touched.push(name)
    const done = await (secret === null ? store.remove(name) : store.save(name, secret))
    if (done.ok) continue
    // A keychain that has not answered for a minute is not waited for once more.
    if (done.error === 'KEY_TIMEOUT') void takeBack()
    else await takeBack()
    return fail(done.error)
  }
  return ok({ takeBack })
}

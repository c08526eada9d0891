import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { provedSetup } from '#shared/handover/proved-setup.ts'
import type { Setup } from '#engine/setup/setups.ts'

/** What of a setup may be handed to a mail program, by the very rule that the page goes by. */
export function provedSetupOf(setup: Setup): FinishedSetup {
  const { grant, issuerRef, services } = setup
  const known = issuerRef?.kind === 'known' ? issuerRef.facts.issuer : (issuerRef?.issuer ?? '')
  return provedSetup({
    address: setup.address,
    tested: setup.results.map((result) => ({
      result,
      slot: setup.slotOf(result.endpoint.protocol),
      pin: services.find(({ endpoint }) => endpoint.protocol === result.endpoint.protocol)?.pin ?? null,
    })),
    issuer: grant?.issuer ?? known,
    clientId: grant?.client.id ?? '',
    // Nothing was given to sign in with here, where a sign-in without a password is known.
    signsIn: setup.credential === null && issuerRef !== null ? 'program' : 'here',
  })
}

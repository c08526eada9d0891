import { proofIn, sentIn } from '#shared/domain/evidence.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { FinishedService, FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { PasswordSlot } from '#shared/domain/saved-account.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'

/** How the test of one service ended, and what the user had decided about it. */
export interface TestedService {
  readonly result: EndpointResult
  readonly slot: PasswordSlot
  /** The certificate the user accepted although it is not trusted, or `null`. */
  readonly pin: string | null
}

export interface TestedSetup {
  readonly address: EmailAddress
  readonly tested: readonly TestedService[]
  /** Who gives out the tokens; empty where that is not known. */
  readonly issuer: string
  readonly clientId: string
  /** `program`: only the mail program can sign in there, so that servers which answered are all there is to prove. */
  readonly signsIn: 'here' | 'program'
}

/**
 * What may be handed to a mail program: of a test that proved a part, that part and no other.
 * SECURITY: a server that was not proved would be given the password by the next program.
 */
export function provedSetup({ address, tested, issuer, clientId, signsIn }: TestedSetup): FinishedSetup {
  const services = tested.flatMap((service) => finished(service, signsIn) ?? [])
  const usesTokens = services.some(({ signIn }) => signIn === 'token')
  return { address, services, oauth: usesTokens ? { issuer, clientId } : null }
}

function finished(
  { result, slot, pin }: TestedService,
  signsIn: TestedSetup['signsIn'],
): FinishedService | null {
  const { endpoint, userName, evidence, verdict } = result
  const proof = isGood(verdict) ? proofIn(evidence) : null
  if (proof === null && (signsIn === 'here' || !isGood(verdict))) return null
  const signIn = proof === 'relay' ? 'none' : proof === null ? 'token' : signedInBy(result)
  return {
    endpoint,
    userName: signIn === 'none' ? '' : userName,
    signIn,
    slot,
    certificate: pin === null ? 'trusted' : 'accepted-by-user',
  }
}

function signedInBy({ evidence }: EndpointResult): 'password' | 'token' {
  return sentIn(evidence) === 'token' ? 'token' : 'password'
}

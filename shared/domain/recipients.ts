import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'

/** Everything that decides who gets a credential. */
export interface Recipient {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
  /** The certificate that is accepted although it is not trusted: it decides who may pose as the host. */
  readonly pin: string | null
}

/**
 * Whether a credential that was given for some services may be used for others: only where each that takes it is one
 * of them, at the same host and port, over the same encryption, for the same user name, with no new exception. One
 * that is left out, or that gives up its exception, changes nothing.
 */
export function isForSameRecipients(given: readonly Recipient[], now: readonly Recipient[]): boolean {
  return now.every((service) => service.signIn === 'none' || given.some((known) => covers(known, service)))
}

function covers(known: Recipient, service: Recipient): boolean {
  return (
    known.signIn === service.signIn &&
    known.userName === service.userName &&
    sameEndpoint(known.endpoint, service.endpoint) &&
    (service.pin === null || service.pin === known.pin)
  )
}

import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'

/** The certificate authorities that this computer trusts, as TLS takes them. */
export interface TrustStore {
  /** Built on first use and kept: parsing some hundred authorities takes tens of milliseconds. */
  readonly context: () => SecureContext
}

/**
 * The authorities that come with the runtime, those of the operating system (a company's own among them), and any
 * the user named. TLS 1.2 is the floor (RFC 8996, RFC 9325).
 * @param extraAuthorities PEM texts, from `--ca` or a practice authority made for the run
 */
export function createTrustStore(extraAuthorities: readonly string[]): TrustStore {
  let context: SecureContext | null = null
  return {
    context: () => {
      context ??= createSecureContext({
        ca: [...knownAuthorities(), ...extraAuthorities],
        minVersion: 'TLSv1.2',
      })
      return context
    },
  }
}

function knownAuthorities(): readonly string[] {
  // Runtimes before Node 22.15 cannot read the system's store.
  if (typeof getCACertificates !== 'function') return rootCertificates
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
}

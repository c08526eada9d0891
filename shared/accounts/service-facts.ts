import { addressesIn, capabilitiesIn, certificateIn, type Trail } from '#shared/domain/evidence.ts'
import type { ServiceFacts } from '#shared/domain/saved-account.ts'

/** What of a proof is worth remembering. No reply is kept, and nothing that came from the user. */
export function factsOf(evidence: Trail): ServiceFacts {
  const certificate = certificateIn(evidence)
  return {
    addresses: addressesIn(evidence)
      .map(({ address }) => address)
      .toSorted(),
    tls: tlsVersionIn(evidence),
    certificate:
      certificate === null
        ? null
        : {
            fingerprint: certificate.fingerprint,
            issuer: certificate.issuer,
            validTo: certificate.validTo,
          },
    capabilities: [...new Set(capabilitiesIn(evidence).map((name) => name.toUpperCase()))].toSorted(),
  }
}

function tlsVersionIn({ stages }: Trail): string | null {
  for (const record of stages) if (record.stage === 'tls') return record.facts.version ?? null
  return null
}

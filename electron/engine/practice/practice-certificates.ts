import type { CertificateAuthority, IssuedCertificate } from '#engine/practice/certificate-authority.ts'
import { practiceHost } from '#engine/practice/mailboxes.ts'

const DAY_MS = 86_400_000
/** The practice provider "renews" its certificate once a client has seen it expired, and lets it expire again later. */
const RENEWED_FOR_MS = 10 * 60_000

export interface PracticeCertificates {
  for(host: string): IssuedCertificate
}

/** One certificate per practice host, and an expired one for the host that is about that. */
export async function createPracticeCertificates(
  authority: CertificateAuthority,
  hosts: readonly string[],
): Promise<PracticeCertificates> {
  const issued = new Map(
    await Promise.all(
      hosts.map(async (host) => [host, await authority.issue({ dnsNames: [host] })] as const),
    ),
  )
  const expiredHost = practiceHost('expired-certificate', 'imap')
  const expired = await authority.issue({
    dnsNames: [expiredHost],
    notBefore: new Date(Date.now() - 90 * DAY_MS),
    notAfter: new Date(Date.now() - DAY_MS),
  })
  let renewedUntil = 0
  return {
    for: (host) => {
      const certificate = issued.get(host)
      if (certificate === undefined) throw new Error(`no practice host ${host}`)
      if (host !== expiredHost || performance.now() < renewedUntil) return certificate
      renewedUntil = performance.now() + RENEWED_FOR_MS
      return expired
    },
  }
}

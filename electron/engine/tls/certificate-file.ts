import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

export type CertificateFileProblem = 'unreadable' | 'damaged' | 'empty'

/** The certificates in a PEM file, at least one; a single damaged one makes the whole file useless. */
export async function readCertificates(
  path: string,
): Promise<Outcome<readonly string[], CertificateFileProblem>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return fail('unreadable')
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  if (!certificates.every(isCertificate)) return fail('damaged')
  return certificates.length === 0 ? fail('empty') : ok(certificates)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== ''
  } catch {
    return false
  }
}

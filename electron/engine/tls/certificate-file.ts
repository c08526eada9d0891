import { X509Certificate } from 'node:crypto'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readPlainFile, type ReadProblem } from '#engine/files/plain-file.ts'

export type CertificateFileProblem = ReadProblem | 'damaged' | 'empty'

/** The bundle of all authorities that a system trusts has a quarter of it. */
const MAX_BYTES = 1_048_576

/** The certificates in a PEM file, at least one; a single damaged one makes the whole file useless. */
export async function readCertificates(
  path: string,
): Promise<Outcome<readonly string[], CertificateFileProblem>> {
  const file = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!file.ok) return file
  const text = file.value.content.toString('utf8')
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

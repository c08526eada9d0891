import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { canSign, signedData, signerName } from '#engine/exports/signed-data.ts'
import { readPlainFile, type ReadProblem } from '#engine/files/plain-file.ts'
import { readCertificates, type CertificateFileProblem } from '#engine/tls/certificate-file.ts'

/** Why nothing can be signed, by the file that is to blame. */
export type SignerProblem =
  | { readonly file: 'certificate'; readonly kind: CertificateFileProblem }
  | { readonly file: 'certificate'; readonly kind: 'expired' | 'not-yet'; readonly day: Date }
  | { readonly file: 'key'; readonly kind: KeyProblem | 'mismatch' }

type KeyProblem = ReadProblem | 'no-key' | 'encrypted' | 'passphrase' | 'algorithm'

export interface SignerFiles {
  /** PEM: the certificate of the key and, in any order, those that lead to its authority. */
  readonly certificate: string
  /** PEM. */
  readonly key: string
  /** For an encrypted key; `null` where the user gave none. */
  readonly passphrase: string | null
}

/** Signs a profile: a CMS message that holds it (RFC 5652, DER), as Apple's devices read it. */
export type ProfileSigner = (profile: string) => Buffer

/** As much as a file with certificates may have. */
const MAX_KEY_BYTES = 1_048_576

/**
 * Makes ready to sign, so that whatever is wrong is known before anything is written.
 * SECURITY: the key stays in this process, and neither it nor its passphrase is in any answer.
 * @param now the signing time, at which the certificate has to be valid
 */
export async function readProfileSigner(
  files: SignerFiles,
  now: Date,
): Promise<Outcome<ProfileSigner, SignerProblem>> {
  const pems = await readCertificates(files.certificate)
  if (!pems.ok) return fail({ file: 'certificate', kind: pems.error })
  const key = await readKey(files)
  if (!key.ok) return fail({ file: 'key', kind: key.error })
  const certificates = [...new Map(pems.value.map(certificateByPrint)).values()]
  const own = ownCertificate(certificates, key.value, now)
  if (!own.ok) return own
  const name = signerName(own.value)
  if (name === null) return fail({ file: 'certificate', kind: 'damaged' })
  const identity = { key: key.value, name, certificates }
  return ok((profile) => signedData(Buffer.from(profile, 'utf8'), identity, now))
}

function certificateByPrint(pem: string): readonly [string, X509Certificate] {
  const certificate = new X509Certificate(pem)
  return [certificate.fingerprint256, certificate]
}

/** A renewed certificate may have the key of the one before it: one that is valid now goes first. */
function ownCertificate(
  certificates: readonly X509Certificate[],
  key: KeyObject,
  now: Date,
): Outcome<X509Certificate, SignerProblem> {
  const own = certificates.filter((certificate) => certificate.checkPrivateKey(key))
  const valid = own.find(({ validFromDate, validToDate }) => validFromDate <= now && now <= validToDate)
  if (valid !== undefined) return ok(valid)
  const [first] = own
  if (first === undefined) return fail({ file: 'key', kind: 'mismatch' })
  return now < first.validFromDate
    ? fail({ file: 'certificate', kind: 'not-yet', day: first.validFromDate })
    : fail({ file: 'certificate', kind: 'expired', day: first.validToDate })
}

async function readKey({ key: path, passphrase }: SignerFiles): Promise<Outcome<KeyObject, KeyProblem>> {
  const file = await readPlainFile(path, { limit: MAX_KEY_BYTES, beyond: 'refuse' })
  if (!file.ok) return file
  const pem = keyBlock(file.value.content.toString('utf8'))
  if (pem === null) return fail('no-key')
  const isEncrypted = /BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(pem)
  if (isEncrypted && passphrase === null) return fail('encrypted')
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) })
    return canSign(key) ? ok(key) : fail('algorithm')
  } catch {
    return fail(isEncrypted ? 'passphrase' : 'no-key')
  }
}

/** The first private key in PEM: certificates and parameters may stand before it. */
function keyBlock(text: string): string | null {
  const begin = /-----BEGIN ((?:[A-Z]{1,9} )?PRIVATE KEY-----)/.exec(text)
  if (begin === null) return null
  const last = `-----END ${begin[1] ?? ''}`
  const end = text.indexOf(last, begin.index)
  return end === -1 ? null : `${text.slice(begin.index, end)}${last}\n`
}

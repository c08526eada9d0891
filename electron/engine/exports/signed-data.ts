import { createHash, sign, type KeyObject, type X509Certificate } from 'node:crypto'
import { element, elementsOf, identifier, setOf, TAG, timeElement } from '#engine/exports/der.ts'

const DATA = identifier('1.2.840.113549.1.7.1')
const SIGNED_DATA = identifier('1.2.840.113549.1.7.2')
const CONTENT_TYPE = identifier('1.2.840.113549.1.9.3')
const MESSAGE_DIGEST = identifier('1.2.840.113549.1.9.4')
const SIGNING_TIME = identifier('1.2.840.113549.1.9.5')
/** Without parameters, as RFC 5754 wants SHA-256 and ECDSA; RSA has NULL. */
const SHA256 = element(TAG.sequence, identifier('2.16.840.1.101.3.4.2.1'))
const VERSION_1 = element(TAG.integer, Buffer.from([1]))

/** The keys that can sign, and how a signature with SHA-256 by each is called (RFC 5754). */
const SIGNATURES: Readonly<Record<string, Buffer>> = {
  rsa: element(TAG.sequence, identifier('1.2.840.113549.1.1.1'), element(TAG.nothing)),
  ec: element(TAG.sequence, identifier('1.2.840.10045.4.3.2')),
}

/** How a signer is named in CMS: the issuer and the number of its certificate, in DER. */
export type SignerName = Buffer

/** What signs: a key of `canSign`, its certificate's name, and all certificates that go along. */
export interface SigningIdentity {
  readonly key: KeyObject
  readonly name: SignerName
  readonly certificates: readonly X509Certificate[]
}

export function canSign(key: KeyObject): boolean {
  return key.asymmetricKeyType !== undefined && Object.hasOwn(SIGNATURES, key.asymmetricKeyType)
}

/** @returns `null` for a certificate that is no DER, which OpenSSL lets pass */
export function signerName(certificate: X509Certificate): SignerName | null {
  const [outer] = elementsOf(certificate.raw)
  const [body] = elementsOf(outer?.content ?? Buffer.alloc(0))
  const fields = elementsOf(body?.content ?? Buffer.alloc(0))
  // RFC 5280, 4.1: [0] version, if it is not the first one, serialNumber, signature, issuer.
  const [number, , issuer] = fields[0]?.tag === TAG.zero ? fields.slice(1) : fields
  if (number?.tag !== TAG.integer || issuer?.tag !== TAG.sequence) return null
  return element(TAG.sequence, issuer.whole, number.whole)
}

/** A CMS message (RFC 5652) in DER: the content, signed with SHA-256 by one signer, and the certificates. */
export function signedData(content: Uint8Array, identity: SigningIdentity, time: Date): Buffer {
  const { key, name, certificates } = identity
  const attributes = [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, element(TAG.octets, createHash('sha256').update(content).digest())),
    attribute(SIGNING_TIME, timeElement(time)),
  ]
  // RFC 5652, 5.4: signed is the SET OF with its own tag, sent is [0] in its place.
  const signature = sign('sha256', setOf(TAG.set, attributes), key)
  const signer = element(
    TAG.sequence,
    VERSION_1,
    name,
    SHA256,
    setOf(TAG.zero, attributes),
    SIGNATURES[key.asymmetricKeyType ?? ''] ?? Buffer.alloc(0),
    element(TAG.octets, signature),
  )
  const body = element(
    TAG.sequence,
    VERSION_1,
    element(TAG.set, SHA256),
    element(TAG.sequence, DATA, element(TAG.zero, element(TAG.octets, content))),
    setOf(
      TAG.zero,
      certificates.map(({ raw }) => raw),
    ),
    element(TAG.set, signer),
  )
  return element(TAG.sequence, SIGNED_DATA, element(TAG.zero, body))
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return element(TAG.sequence, type, element(TAG.set, value))
}

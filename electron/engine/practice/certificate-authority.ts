// The certificate library needs this polyfill in place before it is loaded.
import 'reflect-metadata'
import { KeyObject, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

/** A certificate with its key, both PEM. */
export interface IssuedCertificate {
  readonly certificate: string
  readonly key: string
}

export interface CertificateOrder {
  /** subjectAltName dNSName entries; an empty list leaves the extension out. */
  readonly dnsNames: readonly string[]
  readonly ipAddresses?: readonly string[]
  readonly commonName?: string
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly key?: KeyKind
}

export type KeyKind = 'ecdsa-p256' | 'rsa-2048' | 'rsa-1024'

/** An authority made for one run: its key never leaves the memory of this process. */
export interface CertificateAuthority {
  readonly certificate: string
  issue(order: CertificateOrder): Promise<IssuedCertificate>
  /** A self-signed certificate. */
  issueSelfSigned(order: CertificateOrder): Promise<IssuedCertificate>
}

const DAY_MS = 86_400_000
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

export async function createCertificateAuthority(name: string): Promise<CertificateAuthority> {
  x509.cryptoProvider.set(webcrypto)
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: `CN=${name}`,
    ...validity({}),
    signingAlgorithm: ECDSA,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return {
    certificate: root.toString('pem'),
    issue: async (order) => {
      const own = await generateKeys(order.key ?? 'ecdsa-p256')
      const certificate = await x509.X509CertificateGenerator.create({
        ...(await contents(order, own.publicKey)),
        issuer: root.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ECDSA,
      })
      return { certificate: certificate.toString('pem'), key: pemOf(own.privateKey) }
    },
    issueSelfSigned: async (order) => {
      const own = await generateKeys('ecdsa-p256')
      const certificate = await x509.X509CertificateGenerator.createSelfSigned({
        ...(await contents(order, own.publicKey)),
        name: nameOf(order),
        keys: own,
        signingAlgorithm: ECDSA,
      })
      return { certificate: certificate.toString('pem'), key: pemOf(own.privateKey) }
    },
  }
}

async function contents(order: CertificateOrder, publicKey: webcrypto.CryptoKey) {
  const names: x509.JsonGeneralNames = [
    ...order.dnsNames.map((value) => ({ type: 'dns' as const, value })),
    ...(order.ipAddresses ?? []).map((value) => ({ type: 'ip' as const, value })),
  ]
  return {
    serialNumber: newSerialNumber(),
    subject: nameOf(order),
    ...validity(order),
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
    ],
  }
}

function nameOf(order: CertificateOrder): string {
  return `CN=${order.commonName ?? order.dnsNames[0] ?? 'unnamed'}`
}

/** From yesterday, so that a clock which is a little behind does no harm, for a month. */
function validity({ notBefore, notAfter }: Pick<CertificateOrder, 'notBefore' | 'notAfter'>) {
  const now = Date.now()
  return { notBefore: notBefore ?? new Date(now - DAY_MS), notAfter: notAfter ?? new Date(now + 30 * DAY_MS) }
}

function generateKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  if (kind === 'ecdsa-p256') return webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify'])
  const modulusLength = kind === 'rsa-1024' ? 1024 : 2048
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength,
  }
  return webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
}

function pemOf(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Positive, as RFC 5280 demands: the first bit is cleared and the octet is never zero. */
function newSerialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01
  return Buffer.from(bytes).toString('hex')
}

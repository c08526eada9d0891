import { createPublicKey, type KeyObject } from 'node:crypto'
import type { DkimKey } from '#shared/arrival/facts.ts'

const BROKEN: DkimKey = { state: 'broken', algorithm: 'rsa', bits: 0 }
const ED25519_OCTETS = 32

/** Reads a key record (RFC 6376 section 3.6.1, RFC 8463); `null` where none of the texts is one. */
export function readDkimKey(texts: readonly string[]): DkimKey | null {
  const record = texts.find(
    (text) => /^\s{0,9}v\s{0,9}=\s{0,9}DKIM1\b/i.test(text) || /(?:^|;)\s{0,9}p\s{0,9}=/.test(text),
  )
  if (record === undefined) return null
  const tags = new Map(
    record.split(';').flatMap((part) => {
      const at = part.indexOf('=')
      return at === -1 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).replace(/\s/g, '')] as const]
    }),
  )
  const version = tags.get('v')
  const algorithm = tags.get('k') ?? 'rsa'
  const key = tags.get('p')
  if (key === undefined || (version !== undefined && version !== 'DKIM1')) return { ...BROKEN, algorithm }
  if (key === '') return { state: 'revoked', algorithm, bits: 0 }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(key)) return { ...BROKEN, algorithm }
  const octets = Buffer.from(key, 'base64')
  if (algorithm === 'ed25519')
    return octets.length === ED25519_OCTETS
      ? { state: 'usable', algorithm, bits: 0 }
      : { ...BROKEN, algorithm }
  const bits = algorithm === 'rsa' ? rsaBits(octets) : 0
  return bits === 0 ? { ...BROKEN, algorithm } : { state: 'usable', algorithm, bits }
}

/** The key is a SubjectPublicKeyInfo; the bare RSAPublicKey of the RFC's own words is met too. */
function rsaBits(octets: Buffer): number {
  for (const type of ['spki', 'pkcs1'] as const) {
    const key = publicKey(octets, type)
    if (key?.asymmetricKeyType === 'rsa') return key.asymmetricKeyDetails?.modulusLength ?? 0
  }
  return 0
}

function publicKey(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | null {
  try {
    return createPublicKey({ key, format: 'der', type })
  } catch {
    return null
  }
}

import { createHash, timingSafeEqual } from 'node:crypto'

const SHA256_BYTES = 32

/**
 * Whether one of the TXT records has the digest of these very octets (draft-ietf-mailmaint-pacc: `v=UAAC1; a=sha256;
 * d=…`).
 */
export function isAnnounced(body: Buffer, records: readonly string[]): boolean {
  const digest = createHash('sha256').update(body).digest()
  return records.some((record) => {
    const tags = readTags(record)
    if (tags.get('v') !== 'uaac1' || tags.get('a') !== 'sha256') return false
    const announced = Buffer.from(tags.get('d') ?? '', 'base64')
    return announced.length === SHA256_BYTES && timingSafeEqual(announced, digest)
  })
}

/** `a=b; c=d`; names, versions and algorithms in any case, the digest as it is. */
function readTags(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').flatMap((tag) => {
      const [name, ...value] = tag.split('=')
      const text = value.join('=').trim()
      const key = (name ?? '').trim().toLowerCase()
      return key === '' ? [] : [[key, key === 'd' ? text : text.toLowerCase()] as const]
    }),
  )
}

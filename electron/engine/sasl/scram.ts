import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Fault } from '#shared/domain/fault.ts'
import {
  fromBase64,
  toBase64,
  type ChannelBinding,
  type SaslExchange,
  type SaslMechanism,
} from '#engine/sasl/mechanism.ts'
import { saslPrepare } from '#engine/sasl/sasl-prepare.ts'
import { PasswordProof, type Secret } from '#engine/secret.ts'

const derive = promisify(pbkdf2)

/** RFC 7677 section 4 asks for at least 4096; far above that a server would only keep this computer busy. */
const ITERATIONS = { least: 4_096, most: 1_000_000 }

interface Hash {
  readonly name: 'sha1' | 'sha256'
  readonly octets: number
}

const SHA1: Hash = { name: 'sha1', octets: 20 }
const SHA256: Hash = { name: 'sha256', octets: 32 }

export const scramSha1 = scram('scram-sha-1', 'SCRAM-SHA-1', SHA1, 'nothing')
export const scramSha256 = scram('scram-sha-256', 'SCRAM-SHA-256', SHA256, 'nothing')
export const scramSha1Plus = scram('scram-sha-1', 'SCRAM-SHA-1-PLUS', SHA1, 'channel')
export const scramSha256Plus = scram('scram-sha-256', 'SCRAM-SHA-256-PLUS', SHA256, 'channel')

function scram(
  method: SaslMechanism['method'],
  name: string,
  hash: Hash,
  binds: SaslMechanism['binds'],
): SaslMechanism {
  return {
    method,
    name,
    takes: 'password',
    binds,
    start: (userName, { secret }, binding) =>
      new ScramExchange({
        hash,
        userName,
        password: secret.reveal(),
        header: gs2Header(binds, binding),
        bound: binds === 'channel' && binding !== null ? binding.data : Buffer.alloc(0),
        nonce: randomBytes(18).toString('base64'),
      }),
  }
}

/**
 * RFC 5802 section 6: `y` says that a binding would be possible and that the server announced none. A server that
 * did announce one sees by it that an attacker has removed the announcement.
 */
function gs2Header(binds: SaslMechanism['binds'], binding: ChannelBinding | null): string {
  if (binds === 'channel' && binding !== null) return `p=${binding.type},,`
  return binding === null ? 'n,,' : 'y,,'
}

export interface ScramOptions {
  readonly hash: Hash
  readonly userName: string
  readonly password: string
  readonly header: string
  /** The data of the channel binding; empty without one. */
  readonly bound: Buffer
  /** Printable ASCII without a comma, never used twice. */
  readonly nonce: string
}

/**
 * SCRAM (RFC 5802, 7677). The server never sees the password, and has to prove that it knew it before: a server that
 * accepts without that proof is not believed.
 */
export class ScramExchange implements SaslExchange {
  readonly initial: string
  readonly #options: ScramOptions
  readonly #firstBare: string
  #expected: Buffer | null = null
  #proved = false
  #brokeOff = false
  #answered = 0

  constructor(options: ScramOptions) {
    this.#options = options
    this.#firstBare = `n=${escapeName(saslPrepare(options.userName))},r=${options.nonce}`
    this.initial = toBase64(options.header + this.#firstBare)
  }

  async respond(challenge: string): Promise<Secret | string | null> {
    this.#answered += 1
    if (this.#answered === 1) return this.#prove(fromBase64(challenge))
    return this.#answered === 2 ? this.#judge(fromBase64(challenge)) : null
  }

  objection(verdict: 'accepted' | 'refused'): Fault | null {
    const isCheated = this.#brokeOff || (verdict === 'accepted' && !this.#proved)
    return isCheated ? { kind: 'server-unproved' } : null
  }

  async #prove(serverFirst: string): Promise<Secret | null> {
    const { hash, password, header, bound, nonce } = this.#options
    const [, combined = '', salt = '', count = ''] =
      /^r=([!-+\--~]+),s=([A-Za-z0-9+/=]+),i=(\d{1,9})(?:,|$)/.exec(serverFirst) ?? []
    const iterations = Number(count)
    const isOurs = combined.startsWith(nonce) && combined.length > nonce.length
    if (!isOurs || iterations < ITERATIONS.least || iterations > ITERATIONS.most) {
      this.#brokeOff = true
      return null
    }
    const salted = await derive(
      saslPrepare(password),
      Buffer.from(salt, 'base64'),
      iterations,
      hash.octets,
      hash.name,
    )
    const binding = Buffer.concat([Buffer.from(header), bound]).toString('base64')
    const withoutProof = `c=${binding},r=${combined}`
    const message = `${this.#firstBare},${serverFirst},${withoutProof}`
    const clientKey = mac(hash, salted, 'Client Key')
    const stored = createHash(hash.name).update(clientKey).digest()
    const proof = xor(clientKey, mac(hash, stored, message))
    this.#expected = mac(hash, mac(hash, salted, 'Server Key'), message)
    return new PasswordProof(toBase64(`${withoutProof},p=${proof.toString('base64')}`))
  }

  /** The empty answer lets the server send its final reply, whether it proved itself or said why not. */
  #judge(serverFinal: string): string {
    const signature = Buffer.from(/^v=([A-Za-z0-9+/=]+)/.exec(serverFinal)?.[1] ?? '', 'base64')
    const expected = this.#expected ?? Buffer.alloc(0)
    this.#proved =
      expected.length > 0 && signature.length === expected.length && timingSafeEqual(signature, expected)
    return ''
  }
}

function mac({ name }: Hash, key: Buffer, text: string): Buffer {
  return createHmac(name, key).update(text).digest()
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((octet, index) => octet ^ (other[index] ?? 0)))
}

/** RFC 5802 section 5.1: `,` and `=` have a meaning of their own. */
function escapeName(name: string): string {
  return name.replaceAll('=', '=3D').replaceAll(',', '=2C')
}

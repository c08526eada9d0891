import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const LINK_MS = 60_000
const BYTES = 32

export type TokenVerdict = 'good' | 'wrong' | 'used'

/** A link that opens the application once, within a minute, in the browser that brings it. */
export class OneUseToken {
  readonly value = randomBytes(BYTES).toString('base64url')
  readonly #expiresAt: number
  readonly #now: () => number
  #used = false

  constructor(lifetimeMs = LINK_MS, now: () => number = () => performance.now()) {
    this.#now = now
    this.#expiresAt = now() + lifetimeMs
  }

  /** Uses the token up. A wrong guess takes as long as a right one; an expired token counts as used. */
  redeem(presented: string): TokenVerdict {
    if (!sameSecret(presented, this.value)) return 'wrong'
    if (this.#used || this.#now() > this.#expiresAt) return 'used'
    this.#used = true
    return 'good'
  }
}

/** Compares without telling by its duration where two secrets differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

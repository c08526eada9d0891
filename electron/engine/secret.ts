import { inspect } from 'node:util'

/**
 * A password or token on its way to a server or a keychain. It prints as `[password]` wherever it ends up by
 * mistake: in a template, a log line, JSON or an inspected object.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The value itself. Every caller is a place to review: a wire write, a keychain call, the redactor. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[password]'
  }

  toJSON(): string {
    return '[password]'
  }

  [inspect.custom](): string {
    return '[password]'
  }
}

/** Computed from a password, which it does not hold: who gets it can at most try to guess (RFC 5802, RFC 2195). */
export class PasswordProof extends Secret {}

/** What a user signs in with. */
export interface Credential {
  readonly kind: 'password' | 'token'
  readonly secret: Secret
}

/** A result that arrived. */
export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

/** A failure that was expected: data, not an exception. */
export interface Fail<E> {
  readonly ok: false
  readonly error: E
}

/**
 * What an operation that can fail in foreseeable ways returns. `E` is a closed union, so that the compiler
 * asks for an answer to every failure. Exceptions are left for bugs.
 */
export type Outcome<T, E> = Ok<T> | Fail<E>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function fail<const E>(error: E): Fail<E> {
  return { ok: false, error }
}

/** Makes a forgotten member of a union fail to compile; reaching it at run time is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}

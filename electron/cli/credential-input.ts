import {
  MAX_SECRET_OCTETS,
  secretProblem,
  userNameProblem,
  type CredentialTextProblem,
} from '#shared/domain/credential-text.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { UsageError } from '#cli/exit-status.ts'

/** A secret and the line break after it: what is longer need not be read to its end. */
export const MOST_READ = MAX_SECRET_OCTETS + 2

/**
 * The secret that these octets are. One line break at the end is of the file and not of the secret.
 * @throws UsageError with the reason, never with the secret
 */
export function secretFrom(octets: Uint8Array): string {
  const text = textOfSecret(octets)
  return text.ok ? text.value : refuseSecret(text.error)
}

/** The same, for a row of many: what is wrong with one secret ends nothing. */
export function textOfSecret(octets: Uint8Array): Outcome<string, CredentialTextProblem> {
  if (octets.length > MOST_READ) return fail('too-long')
  const text = decode(octets)?.replace(/\r?\n$/, '') ?? null
  if (text === null) return fail('undecodable')
  const problem = secretProblem(text)
  return problem === null ? ok(text) : fail(problem)
}

/** @throws UsageError as `secretFrom` */
export function usableUserName(text: string, option: string): string {
  const problem = userNameProblem(text)
  if (problem !== null) throw new UsageError(`cli.user-name.${problem}`, { option })
  return text
}

function refuseSecret(problem: CredentialTextProblem): never {
  throw new UsageError(`cli.secret.${problem}`, { octets: String(MAX_SECRET_OCTETS) })
}

/** `null` for what is no UTF-8: a decoder that mends it would make another secret of it. A mark in front is kept. */
function decode(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return null
  }
}

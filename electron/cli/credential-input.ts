import {
  MAX_SECRET_OCTETS,
  secretProblem,
  userNameProblem,
  type CredentialTextProblem,
} from '#shared/domain/credential-text.ts'
import { UsageError } from '#cli/exit-status.ts'

/** A secret and the line break after it: what is longer need not be read to its end. */
export const MOST_READ = MAX_SECRET_OCTETS + 2

/**
 * The secret that these octets are. One line break at the end is of the file and not of the secret.
 * @throws UsageError with the reason, never with the secret
 */
export function secretFrom(octets: Uint8Array): string {
  if (octets.length > MOST_READ) return refuseTooLong()
  const text = decode(octets)
  return text === null ? refuseSecret('undecodable') : usableSecret(text.replace(/\r?\n$/, ''))
}

/** @throws UsageError as `secretFrom` */
export function usableSecret(text: string): string {
  const problem = secretProblem(text)
  return problem === null ? text : refuseSecret(problem)
}

/** @throws UsageError as `secretFrom` */
export function usableUserName(text: string, option: string): string {
  const problem = userNameProblem(text)
  if (problem !== null) throw new UsageError(`cli.user-name.${problem}`, { option })
  return text
}

/** @throws UsageError as `secretFrom` */
export function refuseTooLong(): never {
  return refuseSecret('too-long')
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

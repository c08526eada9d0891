import {
  MAX_SECRET_OCTETS,
  secretProblem,
  userNameProblem,
  type CredentialTextProblem,
} from '#shared/domain/credential-text.ts'
import { UsageError } from '#cli/exit-status.ts'

const PROBLEMS: Readonly<Record<CredentialTextProblem, string>> = {
  empty: 'is empty',
  'too-long': 'is too long',
  'control-character': 'has a control character in it, or more than one line',
  undecodable: 'is not valid UTF-8',
  'byte-order-mark':
    'begins with a byte order mark (U+FEFF), which editors and shells put in front of a text; save it as UTF-8 without one',
  'bidirectional-control': 'has a character in it that changes the direction of writing',
}

/** A secret and the line break after it: what is longer need not be read to its end. */
export const MOST_READ = MAX_SECRET_OCTETS + 2

/**
 * The secret that these octets are. One line break at the end is of the file and not of the secret.
 * @throws UsageError with the reason in words, never with the secret
 */
export function secretFrom(octets: Uint8Array): string {
  if (octets.length > MOST_READ) return refuseTooLong()
  const text = decode(octets)
  return text === null ? refuse('the secret', 'undecodable') : usableSecret(text.replace(/\r?\n$/, ''))
}

/** @throws UsageError as `secretFrom` */
export function usableSecret(text: string): string {
  const problem = secretProblem(text)
  return problem === null ? text : refuse('the secret', problem)
}

/** @throws UsageError as `secretFrom` */
export function usableUserName(text: string, option: string): string {
  const problem = userNameProblem(text)
  return problem === null ? text : refuse(`${option}: the user name`, problem)
}

/** @throws UsageError as `secretFrom` */
export function refuseTooLong(): never {
  return refuse('the secret', 'too-long')
}

function refuse(what: string, problem: CredentialTextProblem): never {
  const limit =
    problem === 'too-long' && what === 'the secret' ? ` (at most ${MAX_SECRET_OCTETS} octets)` : ''
  throw new UsageError(`${what} ${PROBLEMS[problem]}${limit}; nothing was sent`)
}

/** `null` for what is no UTF-8: a decoder that mends it would make another secret of it. A mark in front is kept. */
function decode(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return null
  }
}

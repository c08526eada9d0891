import { formatSecretReference, type SecretReference } from '#shared/batch/secret-reference.ts'

/**
 * Whether a worker may use what a reference leads to: only what begins as its administrator has said.
 *
 * SECURITY: who can write into a queue names both the secret and the server that it goes to. Without this, any file and
 * any variable of the worker could be sent for. A path that goes up again leads elsewhere than its beginning says.
 */
export function isAllowedSecret(reference: SecretReference, prefixes: readonly string[]): boolean {
  if (reference.kind === 'file' && reference.path.split(/[/\\]/).includes('..')) return false
  const text = formatSecretReference(reference)
  return prefixes.some((prefix) => text.startsWith(prefix))
}

/** `null` where one of them is no beginning of a reference, or one of everything. */
export function readSecretPrefixes(text: string): readonly string[] | null {
  const prefixes = text.split(',')
  return prefixes.every((prefix) => /^(?:env:\w+|file:.+|keychain:.*)$/.test(prefix)) ? prefixes : null
}

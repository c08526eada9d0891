import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { assertNever, fail, ok, type Outcome } from '#shared/outcome.ts'

/** Where the password of a row is to be had. It is never in the file itself. */
export type SecretReference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  /** `account`: the saved account whose password it is; `null` for that of the row. */
  | { readonly kind: 'keychain'; readonly account: string | null }

/**
 * Reads `env:NAME`, `file:PATH`, `keychain:` or `keychain:ACCOUNT`.
 *
 * SECURITY: what is none of them may be a password that was written into the file. The failure says nothing of it, and
 * neither does anything that is built on it.
 */
export function parseSecretReference(text: string): Outcome<SecretReference, 'no-reference'> {
  const [, kind, rest = ''] = /^(env|file|keychain):(.*)$/s.exec(text) ?? []
  if (kind === 'env') return /^[A-Za-z_]\w*$/.test(rest) ? ok({ kind, name: rest }) : fail('no-reference')
  if (kind === 'file') return rest === '' ? fail('no-reference') : ok({ kind, path: rest })
  if (kind !== 'keychain') return fail('no-reference')
  if (rest === '') return ok({ kind, account: null })
  const account = parseEmailAddress(rest)
  return account.ok ? ok({ kind, account: account.value.ascii }) : fail('no-reference')
}

/** The same as it was written: it says where the secret is and nothing of what it is. */
export function formatSecretReference(reference: SecretReference): string {
  switch (reference.kind) {
    case 'env':
      return `env:${reference.name}`
    case 'file':
      return `file:${reference.path}`
    case 'keychain':
      return `keychain:${reference.account ?? ''}`
    default:
      return assertNever(reference)
  }
}

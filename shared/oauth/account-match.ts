import { plainWords } from '#shared/text/server-text.ts'

/** The names under which a server says who signed in, the most telling first. */
const NAMES = ['email', 'preferred_username', 'upn', 'unique_name'] as const

/**
 * The addresses among what a server says about who signed in; anything else there is a name of its own kind, and one
 * with something invisible in it is none.
 */
export function accountNames(claims: Readonly<Record<string, unknown>>): readonly string[] {
  return NAMES.flatMap((name) => {
    const value = claims[name]
    if (typeof value !== 'string' || value.length > 320 || !value.includes('@')) return []
    return plainWords(value) === value ? [value] : []
  })
}

/**
 * Whether another account signed in than was meant to.
 * @param wanted the address and the user names of the services; a name at work may differ from the address
 * @returns the other account, or `null` where it fits or the server does not say
 */
export function otherAccount(names: readonly string[], wanted: readonly string[]): string | null {
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  const known = new Set(wanted.map(fold))
  return names.length === 0 || names.some((name) => known.has(fold(name))) ? null : (names[0] ?? null)
}

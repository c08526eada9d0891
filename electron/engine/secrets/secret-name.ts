import { PASSWORD_SLOTS, type PasswordSlot } from '#shared/domain/saved-account.ts'

/** The name under which one of an account's passwords is kept. Names that are in use are never changed. */
export function secretName(address: string, slot: PasswordSlot): string {
  return slot === 'account' ? `${address}/password` : `${address}/password-${slot}`
}

/** The name under which is kept what gets the next token of an account. */
export function refreshTokenName(address: string): string {
  return `${address}/sign-in`
}

/** Every name under which an account can have something in the keychain. */
export function secretNames(address: string): readonly string[] {
  return [...PASSWORD_SLOTS.map((slot) => secretName(address, slot)), refreshTokenName(address)]
}

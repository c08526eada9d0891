import type { PasswordSlot } from '#shared/domain/saved-account.ts'

/** The name under which one of an account's passwords is kept. Names that are in use are never changed. */
export function secretName(address: string, slot: PasswordSlot): string {
  return slot === 'account' ? `${address}/password` : `${address}/password-${slot}`
}

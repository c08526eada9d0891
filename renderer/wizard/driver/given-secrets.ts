import type { GivenCredential } from '#shared/contract/guards.ts'
import type { PasswordSlot } from '#shared/domain/saved-account.ts'

/** What was typed, on its way to the engine. It is never part of the state. */
export interface GivenSecrets {
  /** What the field asked for: of an app password the engine leaves out what stands in it for the eye. */
  readonly kind: 'password' | 'app-password'
  /** The same for that of sending, where it takes another one. */
  readonly sendingKind: 'password' | 'app-password'
  /** `null` where only sending takes a password: then nothing is signed in to with the other. */
  readonly account: string | null
  /** Where sending takes another password; `null` where one does for everything. */
  readonly sending: string | null
}

/** One secret in the place of one that was refused. */
export interface CorrectedSecret {
  readonly kind: GivenSecrets['kind']
  readonly slot: PasswordSlot
  readonly secret: string
}

interface Credentials {
  readonly credential: GivenCredential | null
  readonly sending: GivenCredential | null
}

const NONE = { kind: 'none' } as const

/** The same for the contract: one that was not typed takes back an earlier one, `null` keeps them all. */
export function credentialsOf(given: GivenSecrets | 'none' | null): Credentials {
  if (given === null) return { credential: null, sending: null }
  if (given === 'none') return { credential: NONE, sending: NONE }
  const { kind, sendingKind, account, sending } = given
  return {
    credential: account === null ? NONE : { kind, secret: account },
    sending: sending === null ? NONE : { kind: sendingKind, secret: sending },
  }
}

/** What was typed, on its way to the engine. It is never part of the state. */
export interface GivenSecrets {
  readonly account: string
  /** Where sending takes another password; `null` where one does for everything. */
  readonly sending: string | null
}

const NONE = { kind: 'none' } as const

/** The same for the contract: one that was not typed takes back an earlier one, `null` keeps them all. */
export function credentialsOf(given: GivenSecrets | 'none' | null) {
  if (given === null) return { credential: null, sending: null }
  if (given === 'none') return { credential: NONE, sending: NONE }
  const { account, sending } = given
  return {
    credential: { kind: 'password', secret: account } as const,
    sending: sending === null ? NONE : ({ kind: 'password', secret: sending } as const),
  }
}

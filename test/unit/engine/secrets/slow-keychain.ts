import type { KeychainEntry } from '#engine/secrets/kept-entry.ts'

/** A call the keychain has not answered: the user is still to approve it, or to turn it down. */
export interface OpenPrompt {
  readonly account: string
  readonly approve: () => void
  /** The keychain does what was approved, and has not said so yet. */
  readonly act: () => void
  readonly dismiss: () => void
}

type Kind = 'read' | 'write'

/** A keychain in memory that holds back the answer to the calls it is told to ask about, and does them when approved. */
export function slowKeychain(kept: Readonly<Record<string, string>> = {}) {
  const entries = new Map(Object.entries(kept))
  const prompts: OpenPrompt[] = []
  let asksAbout: (kind: Kind, account: string) => boolean = () => false
  const call = <T>(kind: Kind, account: string, work: () => T): Promise<T> => {
    if (!asksAbout(kind, account)) return Promise.resolve(work())
    return new Promise((resolve, reject) => {
      prompts.push({
        account,
        approve: () => resolve(work()),
        act: () => void work(),
        dismiss: () => reject(new Error('Secret Service: unlock prompt was dismissed')),
      })
    })
  }
  return {
    entries,
    /** In the order in which they were opened. */
    prompts,
    askAbout: (which: typeof asksAbout) => (asksAbout = which),
    open: (account: string): Promise<KeychainEntry> =>
      Promise.resolve({
        setPassword: (secret) => call('write', account, () => void entries.set(account, secret)),
        getPassword: () => call('read', account, () => entries.get(account) ?? null),
        deleteCredential: () => call('write', account, () => entries.delete(account)),
      }),
  }
}

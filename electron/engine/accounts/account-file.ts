import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountList } from '#shared/accounts/account-list.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readAccounts, SCHEMA } from '#engine/accounts/account-schema.ts'
import { fileProblem, writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { READ_PROBLEM_CODES, readPlainFile } from '#engine/files/plain-file.ts'
import { parseJson } from '#engine/files/saved-json.ts'

/** A thousand accounts have half of it. */
const MAX_BYTES = 4 * 1_048_576

/** `STATE_NEWER`: a later version wrote the file. It is neither used nor changed, and stays where it is. */
export type AccountFileProblem = FileProblem | 'STATE_NEWER'

/** The finished setups of this user, without any secret, in one file. */
export interface AccountFile {
  read(): Promise<Outcome<AccountList, AccountFileProblem>>
  /** Reads, changes and replaces the file while no other process can. */
  update(
    change: (accounts: readonly SavedAccount[]) => readonly SavedAccount[],
  ): Promise<Outcome<null, AccountFileProblem>>
}

export function createAccountFile(path: string): AccountFile {
  const alone = <T>(work: () => Promise<Outcome<T, AccountFileProblem>>) => withFileLock(`${path}.lock`, work)
  return {
    read: async () => {
      const known = await readFrom(path)
      if (known.ok) return known
      return known.error === 'damaged' ? alone(() => readOrSetAside(path)) : fail(known.error)
    },
    update: async (change) => {
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      } catch (error) {
        return fail(fileProblem(error))
      }
      return alone(async () => {
        const current = await readOrSetAside(path)
        if (!current.ok) return current
        const accounts = change(current.value.accounts)
        return writeFileAtomically(path, `${JSON.stringify({ schema: SCHEMA, accounts }, null, 2)}\n`)
      })
    },
  }
}

async function readFrom(path: string): Promise<Outcome<AccountList, AccountFileProblem | 'damaged'>> {
  const file = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!file.ok)
    return file.error === 'absent' ? ok({ accounts: [], notice: null }) : fail(READ_PROBLEM_CODES[file.error])
  const accounts = readAccounts(parseJson(file.value.content.toString('utf8')))
  if (accounts.ok) return ok({ accounts: accounts.value, notice: null })
  return fail(accounts.error === 'newer' ? 'STATE_NEWER' : 'damaged')
}

/**
 * A damaged file is kept beside its place, in case it can still be mended, and the app goes on with an empty list.
 * Behind the lock and after another look, so that what is moved is not what another process has written since.
 */
async function readOrSetAside(path: string): Promise<Outcome<AccountList, AccountFileProblem>> {
  const known = await readFrom(path)
  if (known.ok) return known
  if (known.error !== 'damaged') return fail(known.error)
  try {
    await rename(path, `${path}.damaged-${new Date().toISOString().replaceAll(':', '')}`)
    return ok({ accounts: [], notice: 'STATE_RECOVERED' })
  } catch (error) {
    return fail(fileProblem(error))
  }
}

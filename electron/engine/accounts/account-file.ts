import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AccountList, SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readAccounts, SCHEMA } from '#engine/accounts/account-schema.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'

/** The finished setups of this user, without any secret, in one file. */
export interface AccountFile {
  read(): Promise<Outcome<AccountList, FileProblem>>
  /** Reads, changes and replaces the file while no other process can. */
  update(
    change: (accounts: readonly SavedAccount[]) => readonly SavedAccount[],
  ): Promise<Outcome<null, FileProblem>>
}

export function createAccountFile(path: string): AccountFile {
  const read = () => readFrom(path)
  return {
    read,
    update: async (change) => {
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      } catch (error) {
        return fail(fileProblem(error))
      }
      return withFileLock(`${path}.lock`, async () => {
        const current = await read()
        if (!current.ok) return current
        const accounts = change(current.value.accounts)
        return writeFileAtomically(path, `${JSON.stringify({ schema: SCHEMA, accounts }, null, 2)}\n`)
      })
    },
  }
}

async function readFrom(path: string): Promise<Outcome<AccountList, FileProblem>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? ok({ accounts: [], recovered: false }) : fail(fileProblem(error))
  }
  const accounts = readAccounts(parseJson(text))
  return accounts === null ? setAside(path) : ok({ accounts, recovered: false })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A damaged file is kept beside its place, in case somebody can read it, and the app goes on with an empty list. */
async function setAside(path: string): Promise<Outcome<AccountList, FileProblem>> {
  try {
    await rename(path, `${path}.damaged-${new Date().toISOString().replaceAll(':', '')}`)
    return ok({ accounts: [], recovered: true })
  } catch (error) {
    return fail(fileProblem(error))
  }
}

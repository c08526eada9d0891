import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { endpoint, fingerprint } from '#shared/contract/guards.ts'
import { SECRET_STORE_IDS } from '#shared/domain/secret-store-id.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import { AUTH_METHODS } from '#shared/domain/protocol.ts'
import type { AccountList, SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { fileProblem, writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'

const savedAccount: v.GenericSchema<unknown, SavedAccount> = v.object({
  address: v.string(),
  providerId: v.nullable(v.string()),
  services: v.array(
    v.object({
      endpoint,
      userName: v.string(),
      auth: v.picklist(AUTH_METHODS),
      // Files of the first version know neither pins nor relays.
      signIn: v.optional(v.picklist(SERVICE_SIGN_INS), 'password'),
      pin: v.optional(v.nullable(fingerprint), null),
    }),
  ),
  secretStore: v.nullable(v.picklist(SECRET_STORE_IDS)),
  // Added later than the rest.
  oauth: v.optional(v.nullable(v.object({ issuer: v.string(), clientId: v.string() })), null),
  provedAt: v.string(),
})

const accountFile = v.object({ schema: v.literal(1), accounts: v.array(savedAccount) })

/** The finished setups of this user, without any secret, in one file. */
export interface AccountFile {
  read(): Promise<Outcome<AccountList, FileProblem>>
  /** Reads, changes and replaces the file while no other process can. */
  update(
    change: (accounts: readonly SavedAccount[]) => readonly SavedAccount[],
  ): Promise<Outcome<null, FileProblem>>
}

export function createAccountFile(path: string): AccountFile {
  const read = () => readAccounts(path)
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
        return writeFileAtomically(path, `${JSON.stringify({ schema: 1, accounts }, null, 2)}\n`)
      })
    },
  }
}

async function readAccounts(path: string): Promise<Outcome<AccountList, FileProblem>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? ok({ accounts: [], recovered: false }) : fail(fileProblem(error))
  }
  const parsed = v.safeParse(accountFile, parseJson(text))
  if (parsed.success) return ok({ accounts: parsed.output.accounts, recovered: false })
  return setAside(path)
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

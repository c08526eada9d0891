import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { OAUTH_ISSUERS } from '#shared/catalogue/oauth/issuers.ts'
import { isClientIdForm } from '#shared/oauth/client-registration.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { fileProblem, writeFileAtomically, type FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { readPlainFile, READ_PROBLEM_CODES } from '#engine/files/plain-file.ts'
import { isNewer, parseJson } from '#engine/files/saved-json.ts'

const MAX_BYTES = 65_536
const SCHEMA = 1

export type KeptClientProblem = FileProblem | 'STATE_NEWER' | 'CFG_INVALID'

/** The client IDs that the user has been given, by issuer. They are no secrets; what an issuer calls one is not kept. */
export interface KeptClients {
  readonly idAt: (issuerId: string) => Promise<string | null>
  /** `null` forgets it. An ID of another form than the issuer's is refused (`CFG_INVALID`). */
  readonly keep: (issuerId: string, id: string | null) => Promise<Outcome<null, KeptClientProblem>>
}

type Ids = Readonly<Record<string, string>>

const file = v.object({ schema: v.literal(SCHEMA), clients: v.record(v.string(), v.string()) })

/** @param accountsPath the list of accounts; the file lies beside it */
export function createKeptClients(accountsPath: string): KeptClients {
  const path = join(dirname(accountsPath), 'oauth-clients.json')
  return {
    idAt: async (issuerId) => {
      const known = await read(path)
      const id = known.ok && Object.hasOwn(known.value, issuerId) ? known.value[issuerId] : undefined
      return id !== undefined && isFit(issuerId, id) ? id : null
    },
    keep: async (issuerId, id) => {
      if (id !== null && !isFit(issuerId, id)) return fail('CFG_INVALID')
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      } catch (error) {
        return fail(fileProblem(error))
      }
      return withFileLock<null, KeptClientProblem>(`${path}.lock`, async () => {
        const known = await read(path)
        if (!known.ok) return known
        const others = Object.entries(known.value).filter(([other]) => other !== issuerId)
        const clients = Object.fromEntries([...others, ...(id === null ? [] : [[issuerId, id]])])
        return writeFileAtomically(path, `${JSON.stringify({ schema: SCHEMA, clients }, null, 2)}\n`)
      })
    },
  }
}

/** SECURITY: a file may have been changed since; what can be no client ID there is not sent anywhere. */
function isFit(issuerId: string, id: string): boolean {
  const console = OAUTH_ISSUERS.find((issuer) => issuer.id === issuerId)?.console
  return console !== undefined && isClientIdForm(console, id)
}

/** A damaged file says nothing, and is replaced: an ID can be had again. One of a later version stays as it is. */
async function read(path: string): Promise<Outcome<Ids, FileProblem | 'STATE_NEWER'>> {
  const found = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!found.ok) return found.error === 'absent' ? ok({}) : fail(READ_PROBLEM_CODES[found.error])
  const content = parseJson(found.value.content.toString('utf8'))
  if (isNewer(content, SCHEMA)) return fail('STATE_NEWER')
  const parsed = v.safeParse(file, content)
  return ok(parsed.success ? parsed.output.clients : {})
}

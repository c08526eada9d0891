import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { VIEWS, type PageView } from '#shared/contract/view.ts'
import { writeFileAtomically } from '#engine/files/atomic-write.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { isNewer, parseJson } from '#engine/files/saved-json.ts'
import { sweepTemporaries } from '#engine/files/temporary-file.ts'

const MAX_BYTES = 65_536
const SCHEMA = 1

const file = v.object({ schema: v.literal(SCHEMA), view: v.picklist(VIEWS) })

/**
 * The view this user last chose. It is kept in a file, because the page of the browser host comes from another port,
 * which is another origin with a storage of its own, at each start.
 */
export interface ViewFile {
  /** `plain` where there is no such file, or none that can be read. */
  read(): Promise<PageView>
  /** @returns `left` where nothing was written; then the choice holds until the program ends */
  write(view: PageView): Promise<'kept' | 'left'>
}

/** @param accountsPath the list of accounts, beside which the file lies */
export function createViewFile(accountsPath: string): ViewFile {
  const path = join(dirname(accountsPath), 'view.json')
  return {
    read: async () => {
      const parsed = v.safeParse(file, await contentOf(path))
      return parsed.success ? parsed.output.view : 'plain'
    },
    write: async (view) => {
      // What a later version has written is not ours to replace.
      if (isNewer(await contentOf(path), SCHEMA)) return 'left'
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      } catch {
        return 'left'
      }
      await sweepTemporaries(dirname(path))
      const written = await writeFileAtomically(path, `${JSON.stringify({ schema: SCHEMA, view })}\n`)
      return written.ok ? 'kept' : 'left'
    },
  }
}

async function contentOf(path: string): Promise<unknown> {
  const found = await readPlainFile(path, { limit: MAX_BYTES, beyond: 'refuse' })
  return found.ok ? parseJson(found.value.content.toString('utf8')) : null
}

import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRoot } from './paths.ts'
import { runTool } from './run-tool.ts'

const STAMP = inRoot('.cache', 'types', 'json-files')

/**
 * Checks the types of what has changed since the last time. The compiler overlooks changes of imported JSON, so all is
 * checked anew where one of those files is another.
 * @returns the status of the compiler
 */
export async function checkTypes(): Promise<number> {
  const hash = createHash('sha256')
  for (const file of ['package.json', ...globSync('assets/**/*.json', { cwd: inRoot() }).sort()])
    hash.update(readFileSync(inRoot(file)))
  const now = hash.digest('hex')
  const isKnown = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now
  // A run that fails leaves nothing to go on from.
  if (!isKnown) rmSync(STAMP, { force: true })
  const status = await runTool('typescript', isKnown ? ['-b'] : ['-b', '--force'])
  if (status === 0) {
    mkdirSync(dirname(STAMP), { recursive: true })
    writeFileSync(STAMP, now)
  }
  return status
}

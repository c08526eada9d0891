import { readFile, writeFile } from 'node:fs/promises'
import { ok } from '../../shared/outcome.ts'
import { inRoot } from '../lib/paths.ts'
import { COLLECTIONS } from './collections.ts'
import { differences, renew, writeDataFile, type DataFile } from './data-file.ts'
import { importSettings, type LeftOut, type SettingsLine } from './import-settings.ts'
import { readTranscript } from './transcript.ts'

const DATA = inRoot('assets/catalogue/imported.json')

/** Shows what a file with public settings (`.ndjson`, else a transcript) changes, and with `--write` changes it. */
export async function importFile(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const [path] = files
  if (path === undefined || files.length > 1) {
    process.stderr.write('npm run catalogue -- import FILE [--write]\n')
    return 2
  }
  const old = JSON.parse(await readFile(DATA, 'utf8')) as DataFile
  const text = await readFile(path, 'utf8')
  const read = path.endsWith('.ndjson') ? ok(readLines(text)) : readTranscript(text)
  if (!read.ok) {
    process.stderr.write(`${path}:${read.error.line}: ${read.error.why}\n`)
    return 2
  }
  const settings = read.value
  const unknown = settings.find(({ db }) => !COLLECTIONS.some(({ id }) => id === db))
  if (unknown !== undefined) {
    process.stderr.write(`no such collection: ${unknown.db}; scripts/catalogue/collections.ts names them\n`)
    return 2
  }
  const { records, leftOut } = importSettings(settings)
  const fresh = renew(old, records, COLLECTIONS)
  const changes = differences(old.records, fresh.records)
  process.stdout.write([...changes, ...counted(leftOut), `${changes.length} values differ`, ''].join('\n'))
  if (args.includes('--write')) await writeFile(DATA, writeDataFile(fresh))
  return 0
}

/** What a script wrote: one provider a line, as JSON. */
function readLines(text: string): readonly SettingsLine[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => JSON.parse(line) as SettingsLine)
}

function counted(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = Map.groupBy(leftOut, ({ why }) => why)
  return [...reasons].map(([why, values]) => `left out, ${why}: ${values.length}`)
}

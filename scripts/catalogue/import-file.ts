import { readFile, writeFile } from 'node:fs/promises'
import { inRoot } from '../lib/paths.ts'
import { COLLECTIONS } from './collections.ts'
import { differences, renew, writeDataFile, type DataFile } from './data-file.ts'
import { importSettings, type LeftOut, type SettingsLine } from './import-settings.ts'

const DATA = inRoot('assets/catalogue/imported.json')

/** Shows what a file with public settings changes, and with `--write` changes it. */
export async function importFile(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('--'))
  const [path] = files
  if (path === undefined || files.length > 1) {
    process.stderr.write('npm run catalogue -- import FILE [--write]\n')
    return 2
  }
  const old = JSON.parse(await readFile(DATA, 'utf8')) as DataFile
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  const settings = lines.map((line) => JSON.parse(line) as SettingsLine)
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

function counted(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = Map.groupBy(leftOut, ({ why }) => why)
  return [...reasons].map(([why, values]) => `left out, ${why}: ${values.length}`)
}

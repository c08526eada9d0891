import { importFile } from './import-file.ts'

const USAGE = `npm run catalogue -- import FILE [--write]     show what a file with public settings would change; with --write, renew the data file
`

/** The catalogue as data to look after; nothing of the product imports this. */
export async function catalogue(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  if (command === 'import') return importFile(rest)
  process.stderr.write(USAGE)
  return 2
}

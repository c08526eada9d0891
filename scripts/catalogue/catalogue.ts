import type { IsoDate } from '../../shared/catalogue/source.ts'
import { checkCommand } from './check-command.ts'
import { importFile } from './import-file.ts'
import { lintCommand } from './lint-command.ts'

const USAGE = `npm run catalogue -- COMMAND
  import FILE [--write]                               what a file with public settings would change; with --write, renew the data file
  check [--only ID]... [--dns HOST:PORT] [--out FOLDER]   greet every host without signing in, read what domains publish, and report what differs
  lint                                                values that their sources do not hold, and what was compared long ago
`

/** The catalogue as data to look after; nothing of the product imports this. */
export async function catalogue(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  if (command === 'import') return importFile(rest)
  if (command === 'check') return checkCommand(rest)
  if (command === 'lint') return lintCommand(new Date().toISOString().slice(0, 10) as IsoDate)
  process.stderr.write(USAGE)
  return 2
}

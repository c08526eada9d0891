import { pathToFileURL } from 'node:url'
import { inRoot } from '../lib/paths.ts'

// Loaded at run time: it measures with the servers of the tests, and the tests use what is in scripts/lib.
const { bench } = (await import(pathToFileURL(inRoot('scripts/bench/bench.ts')).href)) as {
  readonly bench: (args: readonly string[]) => Promise<number>
}
const status = await bench(process.argv.slice(2))
// Slow servers that were left in the middle of an answer still hold timers that no longer serve anything.
process.stdout.write('', () => process.exit(status))

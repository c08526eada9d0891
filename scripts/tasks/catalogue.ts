import { pathToFileURL } from 'node:url'
import { inRoot } from '../lib/paths.ts'

// Loaded at run time: it needs the engine, which the other tasks do without.
const { catalogue } = (await import(pathToFileURL(inRoot('scripts/catalogue/catalogue.ts')).href)) as {
  readonly catalogue: (args: readonly string[]) => Promise<number>
}
process.exitCode = await catalogue(process.argv.slice(2))

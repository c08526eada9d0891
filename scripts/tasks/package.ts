import { build } from '../lib/build.ts'
import { runTool } from '../lib/run-tool.ts'

// Installers for the system this runs on; the keychain binding in node_modules is only that system's.
await build()
process.exitCode = await runTool('electron-builder', ['--publish', 'never', ...process.argv.slice(2)])

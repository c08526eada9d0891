import { build } from '../lib/build.ts'
import { runTool } from '../lib/run-tool.ts'

// Installers for the system this runs on; the keychain binding in node_modules is only that system's.
const given = process.argv.slice(2)
const isRelease = given.includes('--release')
const rest = given.filter((arg) => arg !== '--release')
// electron-builder.yml requires signatures. A package to try out needs no certificate.
const unsigned = isRelease ? [] : ['-c.forceCodeSigning=false']

await build()
process.exitCode = await runTool('electron-builder', ['--publish', 'never', ...unsigned, ...rest])

// Stands in for a browser that takes no hint: it writes into its profile until it is killed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const profile = process.argv.find((word) => word.startsWith('--user-data-dir='))?.split('=')[1] ?? ''
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
let count = 0
setInterval(() => {
  mkdirSync(profile, { recursive: true })
  writeFileSync(join(profile, String((count += 1))), '')
}, 2)

// Starts a task of this project from a fresh clone: needs Node 20 and npm, and nothing installed before.
// Plain JavaScript with built-ins only, because it runs before anything else is there.
import { createHash } from 'node:crypto'
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeRuntime } from './lib/node-runtime.mjs'
import { runInPlace } from './lib/run-in-place.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAMP = join(ROOT, 'node_modules', '.mailwright-installed')
const [task = 'start', ...args] = process.argv.slice(2)
const PARENT_CHECK_MS = 250
const IS_WINDOWS = process.platform === 'win32'

// A process that cannot be started is an error with the whole command line in it, which Node would print.
process.on('uncaughtException', ({ name, code }) => {
  process.stderr.write(`Mailwright: ${task} could not be started (${code ?? name})\n`)
  process.exit(3)
})

install()
await run()

/** Installs exactly what the lock says. The stamp is written last, so an install that was cut off is done again. */
function install() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  process.stderr.write('Mailwright: installing what it needs (once) …\n')
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  // Standard output belongs to the task: a script may be reading JSON from it.
  const options = { cwd: ROOT, stdio: ['ignore', process.stderr, process.stderr] }
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: IS_WINDOWS })
  if (status !== 0) {
    process.stderr.write('Mailwright: the installation failed; the lines above say why.\n')
    process.exit(3)
  }
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
}

/** The tasks are TypeScript, which Node runs by itself from 22.18 on; an older Node hands over to one from the lock. */
async function run() {
  const node = runsTypeScript() ? process.execPath : bundledNode()
  const bin = join(ROOT, 'node_modules', '.bin')
  const env = { ...process.env, PATH: [dirname(node), bin, process.env.PATH ?? ''].join(delimiter) }
  const words = [join(ROOT, 'scripts', 'tasks', `${task}.ts`), ...args]
  process.exitCode = await runInPlace(node, words, { env, until: endOfNpm() })
}

/**
 * Aborts when npm is gone, or the shell between. npm passes a signal on to that shell alone or dies of it, and a shell
 * that does not exec tells us nothing of either. On Windows the console tells every process.
 */
function endOfNpm() {
  const end = new AbortController()
  if (IS_WINDOWS || process.env.npm_lifecycle_event === undefined) return end.signal
  const parent = process.ppid
  let npm = parent
  execFile('ps', ['-o', 'ppid=', '-o', 'args=', '-p', String(parent)], (_, line) => {
    const [, above = npm] = /^\s*(\d+)\s+\S*sh -c /.exec(line) ?? []
    npm = Number(above)
  }).unref()
  const watch = () => void ((process.ppid === parent && isThere(npm)) || end.abort())
  setInterval(watch, PARENT_CHECK_MS).unref()
  return end.signal
}

function isThere(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function runsTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

function bundledNode() {
  const runtime = nodeRuntime(ROOT, process.platform, process.arch)
  if (runtime !== null) return runtime.program
  process.stderr.write('Mailwright: this computer needs Node.js 22.18 or newer.\n')
  return process.exit(3)
}

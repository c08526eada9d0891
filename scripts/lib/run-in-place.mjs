// Plain JavaScript with built-ins only: the bootstrap runs it before anything is installed.
import { spawn } from 'node:child_process'

/** As in electron/engine/ending-signals.ts. */
const ENDING_SIGNALS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGBREAK',
  'SIGQUIT',
  'SIGALRM',
  'SIGVTALRM',
  'SIGUSR2',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGIO',
  'SIGPWR',
]
const IS_WINDOWS = process.platform === 'win32'

/**
 * Runs a program as what is left of this process to do, and gives the status it ends with. Signals go on to it; it has
 * to bear repeats, because Ctrl+C reaches it from the terminal too. The channel to it closes with this process,
 * whatever has ended that, and by this the program knows that it is on its own.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, until?: AbortSignal }} [options] `until`: the program shall end
 * @returns {Promise<number>}
 */
export async function runInPlace(command, args, { env = process.env, until } = {}) {
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  // On Windows the console tells every process by itself, and kill() would end the program on the spot.
  const passOn = (/** @type {NodeJS.Signals} */ signal) => void (IS_WINDOWS || child.kill(signal))
  const end = () => {
    if (child.connected) child.disconnect()
    passOn('SIGTERM')
  }
  for (const signal of ENDING_SIGNALS) process.on(signal, passOn)
  // Without a listener Node opens its debugger.
  process.on('SIGUSR1', () => {})
  process.once('disconnect', end)
  process.channel?.unref()
  until?.addEventListener('abort', end, { once: true })
  // Not `undefined`, which it is without a channel.
  if (Object.is(process.connected, false) || until?.aborted === true) end()
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 3)))
    child.once('error', ({ name }) => {
      // Only the kind: the message holds the command line.
      process.stderr.write(`Mailwright: it could not be started (${name})\n`)
      resolve(3)
    })
  })
}

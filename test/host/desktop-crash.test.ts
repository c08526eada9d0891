import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { createCanary } from '../support/canary.ts'
import { expectNoSecretIn } from '../support/oracle.ts'

/** Runs before the main process, and breaks it with an error that quotes a secret as soon as something listens for one. */
const BREAKING = `data:text/javascript,process.on('newListener', (name) => {
  if (name === 'uncaughtException') setImmediate(() => { throw new TypeError(process.env.MAILWRIGHT_QUOTED) })
})`

test('the main process of the desktop window that breaks says what kind of error it was, and no more', async () => {
  const canary = createCanary()
  const register = inRoot('test/support/electron-stand-in/register.mjs')
  const child = spawn(
    process.execPath,
    ['--import', register, '--import', encodeURI(BREAKING), inRoot('electron/main/main.ts')],
    { env: { ...process.env, MAILWRIGHT_QUOTED: canary.secret }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const [results, progress, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ])
  expectNoSecretIn({ status, results, progress }, canary)
  // Electron ends some time after it was told to; what else fails until then is named in the same way.
  expect(progress.split('\n')[0]).toBe('mailwright: internal error (TypeError) [INTERNAL]')
  expect(status).toBe(3)
})

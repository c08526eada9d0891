import { spawn } from 'node:child_process'
import type { Browser } from 'playwright/test'
import { inRoot } from '../../../scripts/lib/paths.ts'
import type { Command } from '../../support/real/keyring-session.ts'
import type { LaunchOptions, RunningApp } from './launcher.ts'

export interface StartedHost {
  readonly link: string
  readonly pid: number
  readonly output: () => string
  /** Settles when the program has ended, in whatever way. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

const asItIs = (command: Command): Command => command

/** The built program as a process of its own; without a display it prints its link and opens nothing. */
export async function startHost({ args, env = {}, wrap = asItIs }: LaunchOptions): Promise<StartedHost> {
  const [program, ...rest] = wrap([process.execPath, inRoot('dist/cli/mailwright.mjs'), 'serve', ...args])
  const child = spawn(program, rest, {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of a session can be ended: a bus and a keyring stand beside the host in it.
    detached: true,
  })
  let output = ''
  const link = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${output}`)))
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    link,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}

export async function launchBrowserHost(browser: Browser, options: LaunchOptions): Promise<RunningApp> {
  const host = await startHost(options)
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1040, height: 860 } })
  if (options.inPage !== undefined) await context.addInitScript(options.inPage)
  const page = await context.newPage()
  await page.goto(host.link)
  return {
    page,
    output: host.output,
    close: async () => {
      await context.close()
      await host.stop()
    },
  }
}

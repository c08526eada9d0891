import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { HOST } from '../certificates.ts'
import { runConsumer } from '../exports/consumer.ts'
import { killGroup } from '../process-group.ts'
import { connectMarionette, type Marionette } from './marionette.ts'
import { findProgram } from './programs.ts'

export const hasThunderbird: boolean = findProgram('thunderbird') !== null

/**
 * Nothing that a fresh profile would ask about, and nothing that goes out to the world. It starts offline: it would look
 * for mail, and ask for the password, before a test can answer.
 */
const QUIET = `
user_pref("marionette.port", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("mail.spotlight.firstRunDone", true);
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("network.dns.localDomains", "localhost,${HOST}");
user_pref("offline.startup_state", 3);
`

/** A profile as the program itself makes one, in a home of its own. */
export async function createProfile(home: string): Promise<string> {
  const profile = join(home, 'profile')
  const words = ['thunderbird', '--headless', '--no-remote', '-CreateProfile', `test ${profile}`]
  const { status, output } = await runConsumer(words, { env: { HOME: home } })
  if (status !== 0) throw new Error(`no profile: ${output}`)
  return profile
}

export interface RunningThunderbird extends Marionette {
  /** For when the test is over, however it went. */
  readonly kill: () => void
  readonly ended: Promise<number | null>
}

/** Starts it without a window, with a profile, and waits until it takes orders. */
export async function startThunderbird(home: string, profile: string): Promise<RunningThunderbird> {
  await writeFile(join(profile, 'user.js'), QUIET)
  const portFile = join(profile, 'MarionetteActivePort')
  await rm(portFile, { force: true })
  const args = [
    '--headless',
    '--no-remote',
    '--marionette',
    '--remote-allow-system-access',
    '--profile',
    profile,
  ]
  const child = spawn('thunderbird', args, {
    env: { PATH: process.env['PATH'], HOME: home, MOZ_HEADLESS: '1', LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'ignore'],
    detached: true,
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const kill = () => killGroup(child.pid ?? 0)
  try {
    const port = await portIn(portFile)
    return { ...(await connectMarionette(port)), kill, ended }
  } catch (error) {
    kill()
    throw error
  }
}

async function portIn(path: string): Promise<number> {
  for (const until = performance.now() + 30_000; performance.now() < until; await delay(50)) {
    const port = Number(await readFile(path, 'utf8').catch(() => ''))
    if (port > 0) return port
  }
  throw new Error('Thunderbird did not start')
}

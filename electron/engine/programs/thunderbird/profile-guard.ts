import { join } from 'node:path'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import { readPrefs } from '#shared/programs/thunderbird/prefs.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import { profileState } from '#engine/programs/thunderbird/profile-state.ts'

/** The program would overwrite what is written while it runs, when it ends. In doubt it runs. */
export async function isProfileClosed(
  profile: string,
  platform: NodeJS.Platform,
): Promise<Outcome<null, ProfileProblem>> {
  const state = await profileState(profile, platform)
  if (state === 'closed') return ok(null)
  return fail(state === 'open' ? 'PROFILE_OPEN' : 'PROFILE_UNSURE')
}

/** What the user has written into `user.js` goes before `prefs.js` at every start: the change would not be seen. */
export async function isOverruled(profile: string, names: readonly string[]): Promise<boolean> {
  const own = await readOwnSettings(join(profile, 'user.js'))
  if (own === null) return false
  const file = readPrefs(own)
  return !file.ok || names.some((name) => file.value.prefs.has(name))
}

const MOST_BYTES = 8 * 1_048_576

/** Nothing of it is changed: it may be a link to where the user keeps such files. */
async function readOwnSettings(path: string): Promise<string | null> {
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'cut' })
  return file.ok ? file.value.content.toString('utf8') : null
}

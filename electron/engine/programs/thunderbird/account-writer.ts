import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { FoundProfile } from '#shared/programs/found-program.ts'
import type {
  ProfilePreview,
  ProfileProblem,
  ProfileWritten,
  SettingChange,
} from '#shared/programs/profile-change.ts'
import { addedAccount, profileLimits } from '#shared/programs/thunderbird/add-account.ts'
import {
  prefLiteral,
  readPrefs,
  settingsOf,
  withPrefs,
  type PrefValue,
} from '#shared/programs/thunderbird/prefs.ts'
import { fileProblem, writeFileAtomically } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import { PLACE_PROBLEM_CODES, writeNewFile } from '#engine/files/new-file.ts'
import {
  digestOf,
  readOwnSettings,
  readPrefsFile,
  type PrefsOnDisk,
} from '#engine/programs/thunderbird/prefs-file.ts'
import { profileState } from '#engine/programs/thunderbird/profile-state.ts'

/** One profile, as it is now, on a computer of this kind. */
export interface ProfilePlace {
  readonly profile: FoundProfile
  readonly platform: NodeJS.Platform
}

/** What the profile would be, and all it takes to get there and back. */
interface Draft {
  readonly before: PrefsOnDisk
  readonly text: string
  readonly preview: ProfilePreview
}

/** Reads the profile, and says what would be written. Also while the program is open: then it can be looked at. */
export async function previewAccount(
  { profile }: ProfilePlace,
  setup: FinishedSetup,
): Promise<Outcome<ProfilePreview, ProfileProblem>> {
  const draft = await draftFor(profile, setup)
  return draft.ok ? ok(draft.value.preview) : draft
}

/**
 * Writes what was shown. The program must be closed, because it would overwrite it when it ends. What was there is kept
 * beside it first, in a file that is named after what has been written: as long as it is that, it can be taken back.
 * Mailwright in another window waits.
 */
export function writeAccount(
  place: ProfilePlace,
  setup: FinishedSetup,
  previewId: string,
): Promise<Outcome<ProfileWritten, ProfileProblem>> {
  const { profile } = place
  return alone(profile, async () => {
    const closed = await isClosed(place)
    if (!closed.ok) return closed
    const draft = await draftFor(profile, setup)
    if (!draft.ok) return draft
    if (draft.value.preview.previewId !== previewId) return fail('PROFILE_CHANGED')
    const { before, text } = draft.value
    const backup = join(profile.path, backupName(text))
    const kept = await keepBackup(backup, before.text)
    if (!kept.ok) return kept
    const written = await replacePrefs(place, before, { text, mode: before.mode })
    if (written.ok) return ok({ profile, backup: basename(backup) })
    await rm(backup, { force: true }).catch(() => {})
    return written
  })
}

/** Puts back what was there before the latest writing, if nothing has been changed since. */
export function undoAccount(place: ProfilePlace): Promise<Outcome<FoundProfile, ProfileProblem>> {
  const { profile } = place
  return alone(profile, async () => {
    const closed = await isClosed(place)
    if (!closed.ok) return closed
    const now = await readPrefsFile(prefsOf(profile))
    if (!now.ok) return now
    const names = await readdir(profile.path).catch((): string[] => [])
    const name = backupName(now.value.text)
    if (!names.includes(name))
      return fail(names.some((one) => one.startsWith(BACKUP)) ? 'PROFILE_CHANGED' : 'PROFILE_NO_BACKUP')
    const backup = join(profile.path, name)
    const old = await readPrefsFile(backup)
    if (!old.ok) return old
    const restored = await replacePrefs(place, now.value, { text: old.value.text, mode: now.value.mode })
    if (!restored.ok) return restored
    await rm(backup, { force: true }).catch(() => {})
    return ok(profile)
  })
}

async function draftFor(
  profile: FoundProfile,
  setup: FinishedSetup,
): Promise<Outcome<Draft, ProfileProblem>> {
  const before = await readPrefsFile(prefsOf(profile))
  if (!before.ok) return before
  const file = readPrefs(before.value.text)
  if (!file.ok) return fail('PROFILE_DAMAGED')
  const settings = settingsOf(file.value)
  const added = addedAccount(settings, setup)
  if (!added.ok) return added
  if (await isOverruled(profile, added.value)) return fail('PROFILE_OVERRULED')
  const text = withPrefs(file.value, added.value)
  const changes = [...added.value].map(([name, value]): SettingChange => {
    const known = settings.get(name)
    return { name, before: known === undefined ? null : prefLiteral(known), after: prefLiteral(value) }
  })
  const previewId = digestOf(profile.id, before.value.text, text)
  return ok({
    before: before.value,
    text,
    preview: { previewId, profile, changes, limits: profileLimits(setup) },
  })
}

/** What the user has written into `user.js` goes before `prefs.js` at every start: the account would not be seen. */
async function isOverruled(profile: FoundProfile, changes: ReadonlyMap<string, PrefValue>): Promise<boolean> {
  const own = await readOwnSettings(join(profile.path, 'user.js'))
  if (own === null) return false
  const file = readPrefs(own)
  return !file.ok || [...changes.keys()].some((name) => file.value.prefs.has(name))
}

/** The program may have been started since the first look: this one is as late as can be. No text: there was no file. */
async function replacePrefs(
  place: ProfilePlace,
  before: PrefsOnDisk,
  { text, mode }: PrefsOnDisk,
): Promise<Outcome<null, ProfileProblem>> {
  const path = prefsOf(place.profile)
  const now = await readPrefsFile(path)
  if (!now.ok) return now
  if (now.value.text !== before.text) return fail('PROFILE_CHANGED')
  const closed = await isClosed(place)
  if (!closed.ok) return closed
  return text === '' ? removePrefs(path) : writeFileAtomically(path, text, mode)
}

async function removePrefs(path: string): Promise<Outcome<null, ProfileProblem>> {
  try {
    await rm(path)
    return ok(null)
  } catch (error) {
    return fail(fileProblem(error))
  }
}

async function isClosed({ profile, platform }: ProfilePlace): Promise<Outcome<null, ProfileProblem>> {
  const state = await profileState(profile.path, platform)
  if (state === 'closed') return ok(null)
  return fail(state === 'open' ? 'PROFILE_OPEN' : 'PROFILE_UNSURE')
}

const BACKUP = 'prefs-before-mailwright-'

function backupName(written: string): string {
  return `${BACKUP}${digestOf(written)}.js`
}

/** One that is there already is of the same writing, which was taken back by hand. */
async function keepBackup(path: string, text: string): Promise<Outcome<null, ProfileProblem>> {
  const written = await writeNewFile(path, text)
  if (written.ok) return written
  const known = await readPrefsFile(path)
  return written.error === 'exists' && known.ok && known.value.text === text
    ? ok(null)
    : fail(PLACE_PROBLEM_CODES[written.error])
}

function prefsOf(profile: FoundProfile): string {
  return join(profile.path, 'prefs.js')
}

function alone<T>(
  { path }: FoundProfile,
  work: () => Promise<Outcome<T, ProfileProblem>>,
): Promise<Outcome<T, ProfileProblem>> {
  return withFileLock(join(path, '.mailwright.lock'), work)
}

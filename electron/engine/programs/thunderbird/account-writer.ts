import { join } from 'node:path'
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
import { prefLiteral, readPrefs, settingsOf, withPrefs } from '#shared/programs/thunderbird/prefs.ts'
import {
  digestOf,
  readOwnFile,
  undoKept,
  writeKept,
  type KeptFile,
  type SettingsOnDisk,
} from '#engine/programs/kept-file.ts'
import { isOverruled, isProfileClosed } from '#engine/programs/thunderbird/profile-guard.ts'

/** One profile, as it is now, on a computer of this kind. */
export interface ProfilePlace {
  readonly profile: FoundProfile
  readonly platform: NodeJS.Platform
}

/** What the profile would be, and all it takes to get there and back. */
interface Draft {
  readonly before: SettingsOnDisk
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
export async function writeAccount(
  place: ProfilePlace,
  setup: FinishedSetup,
  previewId: string,
): Promise<Outcome<ProfileWritten, ProfileProblem>> {
  const { profile } = place
  const backup = await writeKept(prefsOf(place), async () => {
    const draft = await draftFor(profile, setup)
    return draft.ok && draft.value.preview.previewId !== previewId ? fail('PROFILE_CHANGED') : draft
  })
  return backup.ok ? ok({ profile, backup: backup.value }) : backup
}

/** Puts back what was there before the latest writing, if nothing has been changed since. */
export async function undoAccount(place: ProfilePlace): Promise<Outcome<FoundProfile, ProfileProblem>> {
  const undone = await undoKept(prefsOf(place))
  return undone.ok ? ok(place.profile) : undone
}

async function draftFor(
  profile: FoundProfile,
  setup: FinishedSetup,
): Promise<Outcome<Draft, ProfileProblem>> {
  const before = await readOwnFile(join(profile.path, 'prefs.js'))
  if (!before.ok) return before
  const file = readPrefs(before.value.text)
  if (!file.ok) return fail('PROFILE_DAMAGED')
  const settings = settingsOf(file.value)
  const added = addedAccount(settings, setup)
  if (!added.ok) return added
  if (await isOverruled(profile.path, [...added.value.keys()])) return fail('PROFILE_OVERRULED')
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

function prefsOf({ profile, platform }: ProfilePlace): KeptFile {
  return { path: join(profile.path, 'prefs.js'), isClosed: () => isProfileClosed(profile.path, platform) }
}

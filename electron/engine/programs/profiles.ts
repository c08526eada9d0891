import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import type { FoundProfile, FoundPrograms } from '#shared/programs/found-program.ts'
import type { ProfilePreview, ProfileProblem, ProfileWritten } from '#shared/programs/profile-change.ts'
import { listPrograms } from '#engine/programs/list-programs.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { findThunderbirdProfiles } from '#engine/programs/thunderbird/find-profiles.ts'
import {
  previewAccount,
  undoAccount,
  writeAccount,
  type ProfilePlace,
} from '#engine/programs/thunderbird/account-writer.ts'

/** The profiles of mail programs on this computer, and what can be done with one of them. */
export interface Profiles {
  readonly list: () => Promise<FoundPrograms>
  readonly preview: (
    profileId: string,
    setup: FinishedSetup,
  ) => Promise<Outcome<ProfilePreview, ProfileProblem>>
  readonly write: (
    profileId: string,
    setup: FinishedSetup,
    previewId: string,
  ) => Promise<Outcome<ProfileWritten, ProfileProblem>>
  readonly undo: (profileId: string) => Promise<Outcome<FoundProfile, ProfileProblem>>
}

/**
 * SECURITY: a profile is looked for anew each time, among those that are found. Neither a page nor a command can name
 * another folder.
 */
export function createProfiles(places: ProgramPlaces): Profiles {
  const withProfile = async <T>(
    profileId: string,
    work: (place: ProfilePlace) => Promise<Outcome<T, ProfileProblem>>,
  ): Promise<Outcome<T, ProfileProblem>> => {
    const found = (await findThunderbirdProfiles(places)).find(({ id }) => id === profileId)
    if (found === undefined) return fail('PROFILE_GONE')
    const { id, name, path, state, isDefault } = found
    return work({ profile: { id, name, path, state, isDefault }, platform: places.platform })
  }
  return {
    list: () => listPrograms(places),
    preview: (profileId, setup) => withProfile(profileId, (place) => previewAccount(place, setup)),
    write: (profileId, setup, previewId) =>
      withProfile(profileId, (place) => writeAccount(place, setup, previewId)),
    undo: (profileId) => withProfile(profileId, undoAccount),
  }
}

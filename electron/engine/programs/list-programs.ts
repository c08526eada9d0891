import type { FoundProfile, FoundProgram, FoundPrograms } from '#shared/programs/found-program.ts'
import { PROGRAM_SIGNS } from '#shared/programs/signs-of-programs.ts'
import { installedPrograms } from '#engine/programs/installed-programs.ts'
import { mailtoHandler } from '#engine/programs/mailto-handler.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import {
  findThunderbirdProfiles,
  type ThunderbirdProfile,
} from '#engine/programs/thunderbird/find-profiles.ts'

/**
 * The mail programs of this user, by the files they leave; none of them is started. One that is unpacked in a folder of
 * the user's own is known by its profiles alone.
 */
export async function listPrograms(places: ProgramPlaces): Promise<FoundPrograms> {
  const [profiles, installed, mailto] = await Promise.all([
    findThunderbirdProfiles(places),
    installedPrograms(places),
    mailtoHandler(places),
  ])
  const programs = PROGRAM_SIGNS.flatMap(({ id, name }): readonly FoundProgram[] => {
    const own = profiles.filter(({ program }) => program === id)
    const isInstalled = installed.some((signs) => signs.id === id)
    return own.length > 0 || isInstalled ? [{ id, name, ...profilesOf(own) }] : []
  })
  return { programs, mailto }
}

function profilesOf(own: readonly ThunderbirdProfile[]): Pick<FoundProgram, 'version' | 'profiles'> {
  const { version = null } = own.find(({ isDefault }) => isDefault) ?? own[0] ?? {}
  return { version, profiles: own.map(asFound) }
}

function asFound({ id, name, path, state, isDefault }: ThunderbirdProfile): FoundProfile {
  return { id, name, path, state, isDefault }
}

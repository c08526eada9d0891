import type { FoundProfile, FoundProgram, FoundPrograms } from '#shared/programs/found-program.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import {
  findThunderbirdProfiles,
  type ThunderbirdProfile,
} from '#engine/programs/thunderbird/find-profiles.ts'

const NAMES = { thunderbird: 'Thunderbird', betterbird: 'Betterbird' } as const

/** The mail programs of this user, by the files they leave; none of them is started. */
export async function listPrograms(places: ProgramPlaces): Promise<FoundPrograms> {
  const profiles = await findThunderbirdProfiles(places)
  const programs = (['thunderbird', 'betterbird'] as const).flatMap((id): readonly FoundProgram[] => {
    const own = profiles.filter(({ program }) => program === id)
    if (own.length === 0) return []
    const version = (own.find(({ isDefault }) => isDefault) ?? own[0])?.version ?? null
    return [{ id, name: NAMES[id], version, profiles: own.map(asFound) }]
  })
  return { programs, mailto: null }
}

function asFound({ id, name, path, state, isDefault }: ThunderbirdProfile): FoundProfile {
  return { id, name, path, state, isDefault }
}

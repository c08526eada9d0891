import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { FoundProfile, MailProgram } from '#shared/programs/found-program.ts'
import { lastUse, listedProfiles, type ListedProfile } from '#shared/programs/thunderbird/profiles-ini.ts'
import { readPlainFile } from '#engine/files/plain-file.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { profileRoots } from '#engine/programs/thunderbird/profile-roots.ts'
import { profileState } from '#engine/programs/thunderbird/profile-state.ts'

export interface ThunderbirdProfile extends FoundProfile {
  /** By the one that opened it last. */
  readonly program: Extract<MailProgram, 'thunderbird' | 'betterbird'>
  readonly version: string | null
}

/** Such a file has a few hundred bytes. */
const MOST_BYTES = 256 * 1024

/** Every profile that is named in a `profiles.ini` of this user and is a folder of its own, no link to one. */
export async function findThunderbirdProfiles(places: ProgramPlaces): Promise<readonly ThunderbirdProfile[]> {
  const perRoot = await Promise.all(profileRoots(places).map((root) => profilesIn(root, places)))
  const byPath = new Map(perRoot.flat().map((profile) => [profile.path, profile]))
  return [...byPath.values()]
}

async function profilesIn(root: string, places: ProgramPlaces): Promise<readonly ThunderbirdProfile[]> {
  const profiles = await textOf(join(root, 'profiles.ini'))
  if (profiles === null) return []
  const listed = listedProfiles(profiles, (await textOf(join(root, 'installs.ini'))) ?? '')
  const found = await Promise.all(listed.map((profile) => describe(root, profile, places)))
  return found.filter((profile) => profile !== null)
}

async function describe(
  root: string,
  { name, path: listed, place, isDefault }: ListedProfile,
  { platform }: ProgramPlaces,
): Promise<ThunderbirdProfile | null> {
  if (place === 'absolute' && !isAbsolute(listed)) return null
  const path = place === 'absolute' ? join(listed) : join(root, ...listed.split('/'))
  if (!(await isFolder(path))) return null
  const { version, programFolder } = lastUse((await textOf(join(path, 'compatibility.ini'))) ?? '')
  return {
    id: createHash('sha256').update(path).digest('hex').slice(0, 32),
    name,
    path,
    state: await profileState(path, platform),
    isDefault,
    program: /betterbird/i.test(programFolder ?? '') ? 'betterbird' : 'thunderbird',
    version,
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

async function textOf(path: string): Promise<string | null> {
  const file = await readPlainFile(path, { limit: MOST_BYTES, beyond: 'refuse' })
  return file.ok ? file.value.content.toString('utf8') : null
}

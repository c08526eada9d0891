import { parseIni, type IniSection } from '#shared/programs/ini.ts'

/** A profile as `profiles.ini` names it. */
export interface ListedProfile {
  readonly name: string
  /** Below the folder of `profiles.ini` with slashes, or from the root as the system writes it. */
  readonly path: string
  readonly place: 'relative' | 'absolute'
  readonly isDefault: boolean
}

/** People have one or two. */
const MOST_PROFILES = 64
const MOST_CHARACTERS = 1_000
/** They would make a name on the screen another than the one on the disk. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u

/**
 * The profiles of `profiles.ini`. Which one is opened is said by the installations, in `installs.ini` and in sections of
 * `profiles.ini` itself since version 68; where none says it, by `Default=1`.
 *
 * SECURITY: a relative path that leads upwards, one with characters that cannot be seen and one without an end are left out.
 * @param installsIni empty where there is none
 */
export function listedProfiles(profilesIni: string, installsIni: string): readonly ListedProfile[] {
  const sections = parseIni(profilesIni)
  const installed = defaultsOf([
    ...parseIni(installsIni),
    ...sections.filter(({ name }) => name.startsWith('Install')),
  ])
  const profiles = sections
    .filter(({ name }) => /^Profile\d{1,4}$/.test(name))
    .slice(0, MOST_PROFILES)
    .flatMap(({ entries }): readonly ListedProfile[] => {
      const path = entries.get('Path') ?? ''
      const place = entries.get('IsRelative') === '0' ? 'absolute' : 'relative'
      const name = entries.get('Name') ?? path
      if (!isUsable(path) || !isUsable(name) || (place === 'relative' && leadsAway(path))) return []
      const isDefault = installed.size > 0 ? installed.has(path) : entries.get('Default') === '1'
      return [{ name, path, place, isDefault }]
    })
  // There is no choice, whatever the files say.
  return profiles.length === 1 ? profiles.map((profile) => ({ ...profile, isDefault: true })) : profiles
}

function defaultsOf(sections: readonly IniSection[]): ReadonlySet<string> {
  return new Set(sections.flatMap(({ entries }) => entries.get('Default') ?? []))
}

function isUsable(text: string): boolean {
  return text !== '' && text.length <= MOST_CHARACTERS && !UNSEEN.test(text)
}

function leadsAway(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:/.test(path) || path.split(/[/\\]/).includes('..')
}

/** What a profile notes of the program that opened it last. */
export interface LastUse {
  readonly version: string | null
  /** The folder of that program. */
  readonly programFolder: string | null
}

/** `compatibility.ini`; the version is the part that people know, `140.4.0`. */
export function lastUse(compatibilityIni: string): LastUse {
  const entries = parseIni(compatibilityIni).find(({ name }) => name === 'Compatibility')?.entries
  const [version = null] = /^\d{1,5}(?:\.\d{1,5}){0,3}/.exec(entries?.get('LastVersion') ?? '') ?? []
  return { version, programFolder: entries?.get('LastAppDir') ?? entries?.get('LastPlatformDir') ?? null }
}

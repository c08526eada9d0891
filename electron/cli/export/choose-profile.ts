import { resolve } from 'node:path'
import type { FoundProfile, FoundProgram } from '#shared/programs/found-program.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { inertLine } from '#cli/output/inert.ts'

export interface ChosenProfile {
  /** The program under its own name. */
  readonly program: string
  readonly profile: FoundProfile
}

/**
 * The profile that is meant: the one after `--profile`, by its name or its folder, or else the one that the program opens
 * by itself. `null` where this user has none at all.
 * @throws UsageError where several are meant, or none of those that are there
 */
export async function chooseProfile(
  { profiles }: UseCases,
  { values }: Invocation,
): Promise<ChosenProfile | null> {
  const all = (await profiles.list()).programs.flatMap(asChoices)
  if (all.length === 0) return null
  const wanted = values['profile']
  const chosen = typeof wanted === 'string' ? all.filter(named(wanted)) : defaultsAmong(all)
  const [one, ...others] = chosen
  if (one !== undefined && others.length === 0) return one
  const list = (one === undefined ? all : chosen).map(({ profile }) => inertLine(profile.path)).join(', ')
  throw new UsageError(one === undefined ? 'cli.usage.profile-unknown' : 'cli.usage.profile-which', { list })
}

function asChoices({ name, profiles }: FoundProgram): readonly ChosenProfile[] {
  return profiles.map((profile) => ({ program: name, profile }))
}

const named =
  (wanted: string) =>
  ({ profile }: ChosenProfile) =>
    profile.name === wanted || profile.path === resolve(wanted)

function defaultsAmong(all: readonly ChosenProfile[]): readonly ChosenProfile[] {
  const defaults = all.filter(({ profile }) => profile.isDefault)
  return defaults.length === 0 ? all : defaults
}

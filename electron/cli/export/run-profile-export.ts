import type { ProfilePreview, ProfileProblem } from '#shared/programs/profile-change.ts'
import { profileLimits } from '#shared/programs/thunderbird/add-account.ts'
import { limitWords } from '#shared/i18n/export-words.ts'
import { profileProblemWords } from '#shared/i18n/profile-words.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { readAddress } from '#cli/address.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { chooseProfile, type ChosenProfile } from '#cli/export/choose-profile.ts'
import { PROFILE_FORMAT } from '#cli/export/profile-format.ts'
import { readSetup } from '#cli/export/read-setup.ts'
import { SIGN_OPTION_NAMES } from '#cli/export/sign-option.ts'
import { inertLine } from '#cli/output/inert.ts'
import { confirm } from '#cli/prompt.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** Writes the account into a profile of a program on this computer, or takes the latest one back. */
export function runProfileExport(invocation: Invocation): Promise<ExitStatus> {
  const { values, system } = invocation
  const surplus = ['out', 'xml-path', ...SIGN_OPTION_NAMES].filter((option) => values[option] !== undefined)
  if (surplus.length > 0)
    throw new UsageError('cli.usage.profile-file', { option: `--${surplus.join(', --')}` })
  return withEngine(system, async (useCases) => {
    const chosen = await chooseProfile(useCases, invocation)
    if (chosen === null) return complainOfNone(invocation)
    return values['undo'] === true
      ? takeBack(useCases, chosen, invocation)
      : writeInto(useCases, chosen, invocation)
  })
}

async function writeInto(
  useCases: UseCases,
  chosen: ChosenProfile,
  invocation: Invocation,
): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const setup = await readSetup(useCases, readAddress(invocation), invocation)
  for (const limit of profileLimits(setup)) say(terminal, limitWords(limit, chosen, translator.t))
  const { id } = chosen.profile
  const preview = await useCases.profiles.preview(id, setup)
  if (!preview.ok) return complain(preview.error, chosen, invocation)
  if (!json) printPreview(preview.value, chosen, invocation)
  if (!(await isWanted(invocation))) return EXIT.problem
  const written = await useCases.profiles.write(id, setup, preview.value.previewId)
  if (!written.ok) return complain(written.error, chosen, invocation)
  const { backup } = written.value
  if (json)
    printJson(terminal, { ...head(chosen), ...preview.value, previewId: undefined, backup, error: null })
  else print(terminal, translator.t('profile.written', { profile: inertLine(chosen.profile.path), backup }))
  say(terminal, translator.t('export.next.thunderbird-profile', { program: chosen.program }))
  return EXIT.proved
}

/** Also where `--undo` is all that the user wants, an address says whose account it is about. */
async function takeBack(
  { profiles }: UseCases,
  chosen: ChosenProfile,
  invocation: Invocation,
): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  readAddress(invocation)
  const undone = await profiles.undo(chosen.profile.id)
  if (!undone.ok) return complain(undone.error, chosen, invocation)
  if (json) printJson(terminal, { ...head(chosen), undone: true, error: null })
  else print(terminal, translator.t('profile.undone', { profile: inertLine(chosen.profile.path) }))
  return EXIT.proved
}

function printPreview(
  { changes }: ProfilePreview,
  { profile }: ChosenProfile,
  { terminal, translator }: Invocation,
) {
  print(terminal, translator.t('profile.preview', { profile: inertLine(profile.path) }))
  for (const { name, before, after } of changes)
    print(terminal, inertLine(before === null ? `+ ${name} = ${after}` : `~ ${name} = ${before} -> ${after}`))
}

/** A script says `--force` beforehand; a user is asked. */
async function isWanted({ values, terminal, translator: { t } }: Invocation): Promise<boolean> {
  if (values['force'] === true) return true
  if (terminal.input.isTTY !== true) throw new UsageError('cli.usage.profile-force')
  return confirm(terminal, t('profile.write'))
}

function complain(
  code: ProfileProblem,
  chosen: ChosenProfile,
  { terminal, json, translator: { t } }: Invocation,
): ExitStatus {
  const error = profileProblemWords(code, chosen.program, t)
  if (json) printJson(terminal, { ...head(chosen), error })
  else say(terminal, `${error.title}\n${error.explanation} [${code}]`)
  return EXIT.problem
}

function complainOfNone({ terminal, json, translator: { t } }: Invocation): ExitStatus {
  const error = { code: 'PROFILE_GONE', title: t('profile.none.title'), explanation: t('profile.none.text') }
  if (json) printJson(terminal, { schema: 1, format: PROFILE_FORMAT.name, profile: null, error })
  else say(terminal, `${error.title}\n${error.explanation} [${error.code}]`)
  return EXIT.problem
}

function head({ program, profile }: ChosenProfile) {
  return { schema: 1, format: PROFILE_FORMAT.name, program, profile }
}

import { fixProblemWords } from '#shared/i18n/fix-words.ts'
import type { FixPreview, FixRefusal, LineChange } from '#shared/programs/fix/fix-problem.ts'
import type { WantedAccount } from '#shared/programs/fix/wanted-account.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { InspectOptions } from '#cli/inspect/inspect-options.ts'
import type { TestedProfile } from '#cli/inspect/inspected.ts'
import { planFix } from '#cli/inspect/plan-fix.ts'
import { inertLine } from '#cli/output/inert.ts'
import { confirm } from '#cli/prompt.ts'
import { print, say } from '#cli/terminal.ts'

/** What became of one file. `partly`: something stays wrong. `kept`: the user said no. `good`: nothing is wrong. */
export interface ProfileFix {
  readonly state: 'written' | 'partly' | 'kept' | 'good' | 'refused'
  readonly changes: readonly LineChange[]
  /** The file beside it that holds the settings as they were. */
  readonly backup: string | null
  readonly error: FixRefusal | null
}

const GOOD: ProfileFix = { state: 'good', changes: [], backup: null, error: null }

/** Changes what is wrong, file by file, after the user has seen the lines. In the order of the profiles. */
export async function fixPrograms(
  useCases: UseCases,
  profiles: readonly TestedProfile[],
  options: InspectOptions,
  invocation: Invocation,
): Promise<readonly ProfileFix[]> {
  const fixes: ProfileFix[] = []
  for (const profile of profiles) fixes.push(await fixProfile(useCases, profile, options, invocation))
  return fixes
}

async function fixProfile(
  useCases: UseCases,
  profile: TestedProfile,
  options: InspectOptions,
  invocation: Invocation,
): Promise<ProfileFix> {
  const { client, path, accounts } = profile
  if (accounts.every(({ findings }) => findings.length === 0)) return GOOD
  const planned: WantedAccount[] = []
  for (const account of accounts) planned.push(await planFix(useCases, account, options, invocation))
  const request = { client, path, wanted: planned.map(({ account }) => account) }
  const preview = await useCases.fixes.preview(request)
  if (!preview.ok) return refused(preview.error, profile, invocation)
  const { changes } = preview.value
  showPreview(preview.value, profile, invocation)
  if (!(await isWanted(options, invocation))) return { ...GOOD, state: 'kept', changes }
  const written = await useCases.fixes.write(request, preview.value.previewId)
  if (!written.ok) return refused(written.error, profile, invocation)
  const backup = written.value
  tell(invocation, invocation.translator.t('inspect.fix.written', { backup: inertLine(backup) }))
  const isLeft = planned.some(({ left }) => left.some(({ severity }) => severity === 'error'))
  return { ...GOOD, state: isLeft ? 'partly' : 'written', changes, backup }
}

/** A program without an error has only things that may be meant so: nothing is wrong, and the user hears why nothing was written. */
function refused(error: FixRefusal, { client, accounts }: TestedProfile, invocation: Invocation): ProfileFix {
  const { title, explanation } = fixProblemWords(error, READERS[client].program, invocation.translator.t)
  say(invocation.terminal, `${title}\n${explanation} [${error}]`)
  const isWrong = accounts.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))
  return error === 'FIX_NOTHING' && !isWrong ? GOOD : { ...GOOD, state: 'refused', error }
}

function showPreview({ changes }: FixPreview, { path }: TestedProfile, invocation: Invocation): void {
  const { t } = invocation.translator
  tell(invocation, t('inspect.fix.preview', { file: inertLine(path) }))
  for (const { line, before, after } of changes) {
    tell(invocation, `  ${t(before === null ? 'inspect.fix.new-line' : 'inspect.fix.line', { line })}`)
    if (before !== null) tell(invocation, inertLine(`  - ${before}`))
    tell(invocation, inertLine(`  + ${after}`))
  }
}

/** With JSON the results are one object; what is asked about has to be seen all the same. */
function tell({ terminal, json }: Invocation, text: string): void {
  if (json) say(terminal, text)
  else print(terminal, text)
}

async function isWanted(
  { fix }: InspectOptions,
  { terminal, translator: { t } }: Invocation,
): Promise<boolean> {
  if (fix === 'write') return true
  if (terminal.input.isTTY !== true) throw new UsageError('cli.usage.inspect-yes')
  return confirm(terminal, t('inspect.fix.write'))
}

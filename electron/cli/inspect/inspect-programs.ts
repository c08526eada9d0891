import type { InspectedProfile } from '#shared/programs/account-review.ts'
import { READABLE_CLIENTS } from '#shared/programs/readers/readers.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { untested, type TestedAccount, type TestedProfile } from '#cli/inspect/inspected.ts'
import { fixPrograms } from '#cli/inspect/fix-programs.ts'
import { readInspectOptions, type InspectOptions } from '#cli/inspect/inspect-options.ts'
import { asSet, testAccount } from '#cli/inspect/test-account.ts'
import { inspectJson } from '#cli/output/inspect-json.ts'
import { inspectText } from '#cli/output/inspect-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Reads what is set up, tests it if that is wanted, and tells what differs. What is wrong is changed if that is wanted. */
export async function inspectPrograms(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { terminal, translator, json, colors } = invocation
  const options = readInspectOptions(invocation)
  const profiles = await useCases.inspect(options)
  const count = profiles.reduce((sum, { read }) => sum + (read.ok ? read.value.accounts.length : 0), 0)
  if (options.way === 'password-stdin' && count > 1) throw new UsageError('cli.usage.inspect-one')
  const inspected: TestedProfile[] = []
  // One after the other: the user is asked for one password at a time.
  for (const profile of profiles) inspected.push(await inspectProfile(useCases, profile, options, invocation))
  if (!json && inspected.length > 0) print(terminal, inspectText(inspected, translator, createStyle(colors)))
  if (count === 0) sayNone(invocation)
  const fixes = options.fix === 'leave' ? null : await fixPrograms(useCases, inspected, options, invocation)
  if (json) printJson(terminal, inspectJson(inspected, translator, fixes))
  const isGood = (profile: TestedProfile, at: number) =>
    isSound(profile, options) || fixes?.[at]?.state === 'written'
  return count > 0 && inspected.every(isGood) ? EXIT.proved : EXIT.problem
}

function sayNone({ terminal, translator: { t } }: Invocation): void {
  const clients = READABLE_CLIENTS.join(', ')
  say(terminal, `${t('inspect.none.title')}\n${t('inspect.none.text', { clients })}`)
}

/** An account that was to be tested, and was not, is no good news. */
function isSound({ read, accounts }: TestedProfile, { test }: InspectOptions): boolean {
  return (
    read.ok &&
    accounts.every(
      ({ findings, results }) =>
        findings.every(({ severity }) => severity !== 'error') && (test === 'leave' || results.length > 0),
    )
  )
}

async function inspectProfile(
  useCases: UseCases,
  profile: InspectedProfile,
  options: InspectOptions,
  invocation: Invocation,
): Promise<TestedProfile> {
  const accounts: TestedAccount[] = []
  for (const account of profile.read.ok ? profile.read.value.accounts : [])
    accounts.push(
      options.test === 'leave'
        ? untested(account)
        : ((await testAccount(useCases, asSet(account), options, invocation)) ?? untested(account)),
    )
  return { ...profile, accounts }
}

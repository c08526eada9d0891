import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { judge } from '#shared/programs/judge.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import { READABLE_CLIENTS, READERS } from '#shared/programs/readers/readers.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import type { InspectedAccount, InspectedProfile, ReadPlace } from '#cli/inspect/inspected.ts'
import { readInspectOptions, type InspectOptions } from '#cli/inspect/inspect-options.ts'
import { planTests } from '#cli/inspect/plan-tests.ts'
import { testAccount } from '#cli/inspect/test-account.ts'
import { inspectJson } from '#cli/output/inspect-json.ts'
import { inspectText } from '#cli/output/inspect-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Reads what is set up, tests it if that is wanted, and tells what differs. Nothing is changed. */
export async function inspectPrograms(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { terminal, translator, json, colors } = invocation
  const options = readInspectOptions(invocation)
  const profiles = await useCases.inspect(options)
  const count = profiles.reduce((sum, { read }) => sum + (read.ok ? read.value.accounts.length : 0), 0)
  if (options.way === 'password-stdin' && count > 1) throw new UsageError('cli.usage.inspect-one')
  const inspected: InspectedProfile[] = []
  // One after the other: the user is asked for one password at a time.
  for (const profile of profiles) inspected.push(await inspectProfile(useCases, profile, options, invocation))
  if (json) printJson(terminal, inspectJson(inspected, translator))
  else if (inspected.length > 0) print(terminal, inspectText(inspected, translator, createStyle(colors)))
  if (count === 0) sayNone(invocation)
  return count > 0 && inspected.every((profile) => isSound(profile, options)) ? EXIT.proved : EXIT.problem
}

function sayNone({ terminal, translator: { t } }: Invocation): void {
  const clients = READABLE_CLIENTS.join(', ')
  say(terminal, `${t('inspect.none.title')}\n${t('inspect.none.text', { clients })}`)
}

/** An account that was to be tested, and was not, is no good news. */
function isSound({ read, accounts }: InspectedProfile, { test }: InspectOptions): boolean {
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
  profile: ReadPlace,
  options: InspectOptions,
  invocation: Invocation,
): Promise<InspectedProfile> {
  const accounts: InspectedAccount[] = []
  for (const account of profile.read.ok ? profile.read.value.accounts : [])
    accounts.push(await inspectAccount(useCases, account, { profile, options }, invocation))
  return { ...profile, accounts }
}

async function inspectAccount(
  useCases: UseCases,
  account: ProgramAccount,
  { profile, options }: { readonly profile: ReadPlace; readonly options: InspectOptions },
  invocation: Invocation,
): Promise<InspectedAccount> {
  const { role, program } = READERS[profile.client]
  const address = addressOf(account)
  if (address === null) {
    const known: KnownSettings = {
      day: new Date().toISOString().slice(0, 10),
      provider: null,
      candidates: [],
    }
    return { account, results: [], findings: judge(account, role, known, []) }
  }
  const network = options.test === 'test' ? 'ask' : 'leave-alone'
  const discovery = await discover(useCases, address, network, invocation.terminal.signal)
  const before = judge(account, role, discovery, [])
  if (options.test === 'leave') return { account, results: [], findings: before }
  const tests = planTests(account, before, options.way === 'no-login' ? 'no-login' : 'sign-in')
  const results = await testAccount(useCases, { address, discovery, program, tests }, options, invocation)
  return { account, results, findings: judge(account, role, discovery, results) }
}

/** What stands in From, or else the first user name that is an address. */
function addressOf({ address, services }: ProgramAccount): EmailAddress | null {
  for (const text of [address, ...services.map(({ userName }) => userName)]) {
    const parsed = text === null ? null : parseEmailAddress(text)
    if (parsed?.ok === true) return parsed.value
  }
  return null
}

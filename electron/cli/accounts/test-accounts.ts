import type { Code } from '#shared/finding/codes.ts'
import { changesBetween, type ServiceChange } from '#shared/accounts/service-changes.ts'
import { factsOf } from '#shared/accounts/service-facts.ts'
import { isGood, type CheckResult, type EndpointResult } from '#shared/finding/check-result.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import { changeWords } from '#shared/i18n/change-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { monitoredAccount, untestedAccount, type MonitoredAccount } from '#shared/monitoring/monitored.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { complain } from '#cli/accounts/complain.ts'
import type { OpenedSaved } from '#cli/check/check-subject.ts'
import { runTest } from '#cli/check/run-test.ts'
import type { Invocation } from '#cli/command.ts'
import { discover, passwordEndIn } from '#cli/discover.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { monitored } from '#cli/output/monitoring.ts'
import { print, printJson, say } from '#cli/terminal.ts'

interface Reason {
  readonly code: Code
  readonly title: string
  readonly explanation: string
}

/** What came of one account: its test, or why it was not tested. */
type Tested =
  | { readonly kind: 'tested'; readonly account: SavedAccount; readonly result: CheckResult }
  | { readonly kind: 'not-tested'; readonly address: string; readonly report: Reason }

/**
 * Tests saved accounts, all services with the password from the keychain; nothing is asked for.
 * @param text one address, or `null` for all of them
 */
export function testAccounts(
  useCases: UseCases,
  text: string | null,
  invocation: Invocation,
): Promise<ExitStatus> {
  return monitored(invocation, (inner, tell) => testAndTell(useCases, text, inner, tell))
}

async function testAndTell(
  useCases: UseCases,
  text: string | null,
  invocation: Invocation,
  tell: (account: () => MonitoredAccount) => void,
): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const known = await useCases.accounts()
  if (!known.ok) return complain(known.error, useCases, invocation)
  const wanted = text === null ? null : asciiOf(text)
  const accounts = known.value.accounts.filter(({ address }) => wanted === null || address === wanted)
  if (accounts.length === 0) {
    const words = text === null ? 'cli.no-accounts' : 'cli.unknown-account'
    say(terminal, translator.t(words, { address: text ?? '' }))
    if (json) printJson(terminal, { schema: 1, accounts: [] })
    return text === null ? EXIT.proved : EXIT.problem
  }
  const tested: Tested[] = []
  // One after the other: accounts at one provider share its patience.
  for (const account of accounts) {
    const one = await testOne(useCases, account, invocation)
    tested.push(one)
    const passwordEnds = await passwordEndOf(useCases, account, invocation)
    tell(() =>
      one.kind === 'tested'
        ? monitoredAccount(one.result, translator.t, { passwordEnds, changes: toldChanges(one, invocation) })
        : untestedAccount(one.address, one.report.code, one.report.title),
    )
  }
  if (json) printJson(terminal, { schema: 1, accounts: tested.map((each) => asJson(each, invocation)) })
  const works = tested.every((each) => each.kind === 'tested' && each.result.verdict === 'ok')
  return works ? EXIT.proved : EXIT.problem
}

/** A script that is to be told when something is otherwise says so. */
function toldChanges(
  { account, result }: Extract<Tested, { kind: 'tested' }>,
  { values, translator }: Invocation,
): readonly string[] {
  if (values['report-changes'] !== true) return []
  return result.endpoints.flatMap((endpoint) =>
    changesOf(account, endpoint).map((change) => changeWords(change, translator.t)),
  )
}

/** The day on which the provider ends the passwords of an account, which concerns no account without one. */
async function passwordEndOf(
  useCases: UseCases,
  account: SavedAccount,
  { terminal }: Invocation,
): Promise<string | null> {
  const address = parseEmailAddress(account.address)
  if (!address.ok || slotsOf(account).length === 0) return null
  return passwordEndIn(await discover(useCases, address.value, 'leave-alone', terminal.signal))
}

async function testOne(useCases: UseCases, account: SavedAccount, invocation: Invocation): Promise<Tested> {
  const { terminal, json, translator } = invocation
  const { address } = account
  if (!json) print(terminal, address)
  const opened = await useCases.open({ address, secret: 'use' }, terminal.signal)
  const problem = opened.ok ? untestable(opened.value) : { code: opened.error }
  if (!opened.ok || problem !== null) {
    const { code, facts = {} } = problem ?? { code: 'KEY_GONE' }
    const store = translator.t(`store.${account.secretStore ?? 'keychain'}`)
    const words = codeWords(code, translator.t, { ...facts, store })
    if (!json) print(terminal, `      ${words.title}\n      ${words.explanation}\n      ${code}`)
    if (opened.ok) useCases.close(opened.value.setupId)
    return { kind: 'not-tested', address, report: { code, ...words } }
  }
  const { setupId } = opened.value
  const request = { setupId, credential: null, sending: null, protocols: null, message: null }
  const result = await runTest(useCases, request, address, invocation, (one) =>
    changesOf(account, one).map((change) => `      ${changeWords(change, translator.t)}`),
  )
  useCases.close(setupId)
  return { kind: 'tested', account, result }
}

export interface Untestable {
  readonly code: Code
  readonly facts?: OAuthFinding['facts']
}

/** No user is there to type: an account with nothing to sign in with is not tested, and its servers are left alone. */
export function untestable({ secret, finding }: Pick<OpenedSaved, 'secret' | 'finding'>): Untestable | null {
  if (finding !== null) return finding
  if (secret === 'not-saved') return { code: 'KEY_GONE' }
  return secret === 'refused' ? { code: 'AUTH_PAUSED' } : null
}

function changesOf({ services }: SavedAccount, result: EndpointResult): readonly ServiceChange[] {
  const before = services.find(({ endpoint }) => sameEndpoint(endpoint, result.endpoint))?.seen ?? null
  return before === null || !isGood(result.verdict) ? [] : changesBetween(before, factsOf(result.evidence))
}

function asJson(tested: Tested, { translator }: Invocation): object {
  if (tested.kind === 'not-tested') {
    return { address: tested.address, verdict: 'problem', error: tested.report, endpoints: [], changes: [] }
  }
  const { account, result } = tested
  const { address, verdict, endpoints, findings } = checkJson(result, translator.t)
  const changes = result.endpoints.flatMap((endpoint) =>
    changesOf(account, endpoint).map((change) => ({ protocol: endpoint.endpoint.protocol, ...change })),
  )
  return { address, verdict, endpoints, findings, provedBefore: account.provedAt, changes }
}

function asciiOf(text: string): string {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError('cli.usage.no-address', { text })
  return address.value.ascii
}

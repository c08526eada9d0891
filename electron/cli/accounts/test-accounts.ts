import type { EngineHandlers, OpenedAccount } from '#shared/contract/contract.ts'
import { changesBetween, type ServiceChange } from '#shared/accounts/service-changes.ts'
import { factsOf } from '#shared/accounts/service-facts.ts'
import { isGood, type CheckResult, type EndpointResult } from '#shared/finding/check-result.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import { changeWords } from '#shared/i18n/change-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { complain } from '#cli/accounts/complain.ts'
import { sayIfUnsaved } from '#cli/check/ask-about-refusals.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** What came of one account: its test, or why it was not tested. */
type Tested =
  | { readonly kind: 'tested'; readonly account: SavedAccount; readonly result: CheckResult }
  | { readonly kind: 'not-tested'; readonly address: string; readonly report: object }

/**
 * Tests saved accounts, all services with the password from the keychain; nothing is asked for.
 * @param text one address, or `null` for all of them
 */
export async function testAccounts(
  handlers: EngineHandlers,
  text: string | null,
  invocation: Invocation,
): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const known = await handlers.accounts.list({}, terminal.signal)
  if (!known.ok) return complain(known.error, invocation)
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
  for (const account of accounts) tested.push(await testOne(handlers, account, invocation))
  if (json) printJson(terminal, { schema: 1, accounts: tested.map((each) => asJson(each, invocation)) })
  const works = tested.every((each) => each.kind === 'tested' && each.result.verdict === 'ok')
  return works ? EXIT.proved : EXIT.problem
}

async function testOne(
  handlers: EngineHandlers,
  account: SavedAccount,
  invocation: Invocation,
): Promise<Tested> {
  const { terminal, json, translator } = invocation
  const { address } = account
  if (!json) print(terminal, address)
  const opened = await handlers.accounts.open({ address, secret: 'use' }, terminal.signal)
  const code = opened.ok ? untestable(opened.value) : opened.error
  if (!opened.ok || code !== null) {
    const problem = code ?? 'KEY_GONE'
    const { t } = translator
    const words = codeWords(problem, t, { store: t(`store.${account.secretStore ?? 'keychain'}`) })
    if (!json) print(terminal, `      ${words.title}\n      ${words.explanation}\n      ${problem}`)
    return { kind: 'not-tested', address, report: { code: problem, ...words } }
  }
  const result = await runTest(handlers, opened.value, invocation)
  const { setupId } = opened.value
  sayIfUnsaved(await handlers.setup.refusals({ setupId }, terminal.signal), invocation)
  await handlers.setup.close({ setupId }, terminal.signal)
  return { kind: 'tested', account, result }
}

/** Nobody is there to type: an account without a usable password is not tested, and its servers are left alone. */
function untestable({ secret }: OpenedAccount): 'KEY_GONE' | 'AUTH_PAUSED' | null {
  if (secret === 'not-saved') return 'KEY_GONE'
  return secret === 'refused' ? 'AUTH_PAUSED' : null
}

async function runTest(
  { setup }: EngineHandlers,
  { setupId, account }: OpenedAccount,
  { terminal, translator, look, json }: Invocation,
): Promise<CheckResult> {
  const style = createStyle(look)
  const request = { setupId, credential: null, sending: null, protocols: null }
  for await (const event of setup.test(request, terminal.signal)) {
    const progress = progressLine(event, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (event.type === 'result' && !json) {
      print(terminal, resultText(event.result, account.address, translator.t, style))
      for (const change of changesOf(account, event.result))
        print(terminal, `      ${changeWords(change, translator.t)}`)
    }
    if (event.type === 'done') return event.result
  }
  throw new Error('the test ended without a result')
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
  if (!address.ok) throw new UsageError(`not an address: ${text}`)
  return address.value.ascii
}

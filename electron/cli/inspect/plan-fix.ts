import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { addressOfAccount } from '#shared/programs/account-review.ts'
import { decideFix } from '#shared/programs/fix/decide-fix.ts'
import type { WantedAccount } from '#shared/programs/fix/wanted-account.ts'
import { endpointOf, type KnownSettings } from '#shared/programs/known-service.ts'
import type { ServiceAsSet } from '#shared/programs/plan-tests.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import type { InspectOptions } from '#cli/inspect/inspect-options.ts'
import type { TestedAccount } from '#cli/inspect/inspected.ts'
import { testAccount, type AccountToTest } from '#cli/inspect/test-account.ts'
import { confirm } from '#cli/prompt.ts'
import { sayLine } from '#cli/terminal.ts'

/** The account as it should be. With `--test` it is one that has been tested: a likely value is tried, and only one that works is kept. */
export async function planFix(
  useCases: UseCases,
  inspected: TestedAccount,
  options: InspectOptions,
  invocation: Invocation,
): Promise<WantedAccount> {
  const { client } = inspected
  const known = inspected.known ?? (await knownOffline(useCases, inspected, invocation))
  const test = options.test === 'leave' || inspected.known === null ? 'none' : 'done'
  let current = inspected
  for (let tries = 0; ; tries += 1) {
    const attempt = {
      ...current,
      known: current.known ?? known,
      original: inspected.account,
      test,
      tries,
    } as const
    const next = decideFix(client, attempt)
    if (next.kind === 'write') return next
    if (next.kind === 'unproved') return unchanged(inspected, 'inspect.fix.unproved', invocation)
    const tried = await testWanted(useCases, { inspected, wanted: next.account }, options, invocation)
    if (tried === null) return unchanged(inspected, 'inspect.fix.untested', invocation)
    current = tried
  }
}

/** What the catalogue says of the address of an account that was not tested. */
async function knownOffline(
  useCases: UseCases,
  { account }: TestedAccount,
  { terminal }: Invocation,
): Promise<KnownSettings> {
  const address = addressOfAccount(account)
  if (address === null) return { day: new Date().toISOString().slice(0, 10), provider: null, candidates: [] }
  return discover(useCases, address, 'leave-alone', terminal.signal)
}

function unchanged(
  { account, findings }: TestedAccount,
  key: 'inspect.fix.unproved' | 'inspect.fix.untested',
  { terminal, translator: { t } }: Invocation,
): WantedAccount {
  sayLine(terminal, t(key, { address: addressOfAccount(account)?.unicode ?? account.name }))
  return { account, left: findings }
}

interface WantedToTest {
  readonly inspected: TestedAccount
  readonly wanted: ProgramAccount
}

/** `null` where the user does not agree to it, or nothing of it can be tested. */
async function testWanted(
  useCases: UseCases,
  { inspected, wanted }: WantedToTest,
  options: InspectOptions,
  invocation: Invocation,
): Promise<TestedAccount | null> {
  const { client, secret } = inspected
  const toTest: AccountToTest = {
    inspected: { client, account: wanted, findings: [] },
    secret,
    heading: 'inspect.testing-again',
    agrees: (services) =>
      services.length === 0 ? Promise.resolve(false) : isAgreed(services, inspected, options, invocation),
  }
  const tested = await testAccount(useCases, toTest, options, invocation)
  return tested === null || tested.results.length === 0 ? null : tested
}

/**
 * SECURITY: the password was given with other servers in view. It goes to those of the change only once the user, or a script
 * by `--yes`, has agreed to them. Where none was given yet, giving it agrees to the servers that are shown.
 */
async function isAgreed(
  services: readonly ServiceAsSet[],
  { account, secret }: TestedAccount,
  { fix }: InspectOptions,
  { terminal, translator: { t } }: Invocation,
): Promise<boolean> {
  const known = new Set(account.services.map(endpointText))
  const others = services.filter(
    ({ endpoint }) => !known.has(`${endpoint.protocol} ${formatEndpoint(endpoint)}`),
  )
  if (secret.credential === null || others.length === 0 || fix === 'write') return true
  if (terminal.input.isTTY !== true) return false
  for (const { endpoint, userName } of others)
    sayLine(terminal, `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}`)
  return confirm(terminal, t('inspect.fix.test-again'))
}

function endpointText(service: ProgramAccount['services'][number]): string {
  const endpoint = endpointOf(service)
  return endpoint === null ? '' : `${endpoint.protocol} ${formatEndpoint(endpoint)}`
}

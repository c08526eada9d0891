import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { AccountReview, InspectedAccount, ReviewTest } from '#shared/programs/account-review.ts'
import type { ServiceAsSet } from '#shared/programs/plan-tests.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { mayTryPassword } from '#cli/check/ask-about-refusals.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import type { InspectOptions } from '#cli/inspect/inspect-options.ts'
import type { OnceGiven, TestedAccount } from '#cli/inspect/inspected.ts'
import { progressLine } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { present } from '#cli/present.ts'
import { askSecret } from '#cli/prompt.ts'
import { say, sayLine } from '#cli/terminal.ts'

/** An account as its program has it, or as it would have it. */
export interface AccountToTest {
  readonly inspected: InspectedAccount
  readonly secret: OnceGiven
  readonly heading: 'inspect.testing' | 'inspect.testing-again'
  /** Asked before anything is sent to servers that the user has not seen when the password was given. */
  readonly agrees: (services: readonly ServiceAsSet[]) => Promise<boolean>
}

/** An account exactly as it is set up: giving the password agrees to its servers. */
export function asSet(inspected: InspectedAccount): AccountToTest {
  return {
    inspected,
    secret: { credential: null, sending: null },
    heading: 'inspect.testing',
    agrees: () => Promise.resolve(true),
  }
}

/**
 * Tests the servers of an account. The password is asked for once, with the servers in view that it goes to; giving it
 * agrees to them.
 * @returns `null` where nothing of it can be tested, or the user does not agree
 */
export async function testAccount(
  useCases: UseCases,
  { inspected, secret, heading, agrees }: AccountToTest,
  options: InspectOptions,
  invocation: Invocation,
): Promise<TestedAccount | null> {
  const { client, account } = inspected
  const review = await useCases.review(
    {
      client,
      account,
      signIn: options.way === 'no-login' ? 'no-login' : 'sign-in',
      saved: options.way === 'saved' ? 'use' : 'leave',
      previous: null,
    },
    invocation.terminal.signal,
  )
  const address = parseEmailAddress(review.address ?? '')
  if (!address.ok || !(await agrees(review.tests.flatMap(({ services }) => services)))) {
    useCases.closeReview(review.reviewId)
    return null
  }
  sayPlan(review, heading, READERS[client].program, invocation)
  const allowed: ReviewTest[] = []
  for (const test of review.tests) if (await mayTest(useCases, test, options, invocation)) allowed.push(test)
  const wanting = allowed.filter(({ credential }) => credential === 'wanted')
  if (wanting.length > 0)
    await askOnce(secret, { review, wanting, address: address.value }, options, invocation)
  const given = wanting.length > 0 ? secret : { credential: null, sending: null }
  const tested = await run(useCases, review, { allowed, ...given }, invocation)
  useCases.closeReview(review.reviewId)
  return { client, account, known: review.known, secret, ...tested }
}

interface Wanting {
  readonly review: AccountReview
  readonly wanting: readonly ReviewTest[]
  readonly address: EmailAddress
}

/**
 * Asks for what was not given yet. SECURITY: where another company sends, each has a password of its own, so that the one
 * of the mailbox never goes to the other unasked. A pipe holds only one.
 */
async function askOnce(
  secret: OnceGiven,
  { review, wanting, address }: Wanting,
  { way }: InspectOptions,
  invocation: Invocation,
): Promise<void> {
  const { terminal, translator } = invocation
  const services = wanting.flatMap(({ services: those }) => those)
  const outgoing = services.find(({ endpoint }) => endpoint.protocol === 'smtp')
  const isOfTwo = review.passwords === 'two' && outgoing !== undefined
  if (isOfTwo && terminal.input.isTTY !== true) throw new UsageError('cli.usage.inspect-two')
  const subject = { services, address, discovery: { provider: review.known.provider } }
  secret.credential ??= await readCredential(subject, { way: way === 'saved' ? 'ask' : way }, invocation)
  if (!isOfTwo) return
  const question = translator.t('cli.ask-sending-password', { host: outgoing.endpoint.host })
  secret.sending ??= { kind: 'password', secret: await askSecret(terminal, question) }
}

function sayPlan(
  { address, tests, untested: left }: AccountReview,
  heading: AccountToTest['heading'],
  program: string,
  invocation: Invocation,
): void {
  const { terminal, translator } = invocation
  sayLine(terminal, translator.t(heading, { address: address ?? '', program }))
  for (const { endpoint, userName } of tests.flatMap(({ services }) => services))
    sayLine(terminal, `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}`)
  for (const { protocol, code } of left) say(terminal, translator.t('inspect.untested', { protocol, code }))
}

/** Whether a test may go ahead: one that takes a saved password alone needs it, and no server is tried too often. */
async function mayTest(
  useCases: UseCases,
  { setupId, services, credential }: ReviewTest,
  { way }: InspectOptions,
  invocation: Invocation,
): Promise<boolean> {
  if (credential === 'none') return true
  if (credential === 'wanted' && way === 'saved' && invocation.terminal.input.isTTY !== true) {
    sayUntested(services, 'KEY_GONE', invocation)
    return false
  }
  return mayTryPassword(useCases, { setupId, services, saved: null }, { way }, invocation)
}

function sayUntested(
  services: readonly ServiceAsSet[],
  code: Code,
  { terminal, translator }: Invocation,
): void {
  for (const { endpoint } of services)
    say(terminal, translator.t('inspect.untested', { protocol: endpoint.protocol, code }))
}

interface Allowed extends Readonly<OnceGiven> {
  readonly allowed: readonly ReviewTest[]
}

async function run(
  useCases: UseCases,
  { reviewId, findings }: AccountReview,
  { allowed, credential, sending }: Allowed,
  { terminal, translator, colors }: Invocation,
): Promise<Pick<TestedAccount, 'results' | 'findings'>> {
  const request = { reviewId, setupIds: allowed.map(({ setupId }) => setupId), credential, sending }
  const style = createStyle(colors)
  let tested: Pick<TestedAccount, 'results' | 'findings'> = { results: [], findings }
  for await (const event of useCases.testReview(request, terminal.signal)) {
    if (event.type === 'judged') {
      tested = { results: event.results, findings: event.findings }
      continue
    }
    const progress = progressLine(present(event), translator.t, style)
    if (progress !== null) say(terminal, progress)
  }
  return tested
}

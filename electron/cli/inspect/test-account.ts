import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { NOT_EXPERT } from '#shared/domain/expert-settings.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { mayTryPassword } from '#cli/check/ask-about-refusals.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import { confirmationOf } from '#cli/check/confirm-found.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import type { Invocation } from '#cli/command.ts'
import type { InspectOptions } from '#cli/inspect/inspect-options.ts'
import type { PlannedTest } from '#cli/inspect/plan-tests.ts'
import { progressLine } from '#cli/output/check-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { present } from '#cli/present.ts'
import { say, sayLine } from '#cli/terminal.ts'

/** An account of a program, and what is known of its address. */
export interface AccountToTest {
  readonly address: EmailAddress
  readonly discovery: Discovery
  /** Under its own name. */
  readonly program: string
  readonly tests: readonly PlannedTest[]
}

/**
 * Tests the servers of an account as they are set up. The password is asked for once, with the servers in view that it
 * goes to; giving it agrees to them.
 */
export async function testAccount(
  useCases: UseCases,
  { address, discovery, program, tests }: AccountToTest,
  { way }: InspectOptions,
  invocation: Invocation,
): Promise<readonly EndpointResult[]> {
  const { terminal, translator } = invocation
  sayLine(terminal, translator.t('inspect.testing', { address: address.unicode, program }))
  for (const { endpoint, userName } of tests.flatMap(({ services }) => services))
    sayLine(terminal, `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}`)
  const results: EndpointResult[] = []
  let given: GivenCredential | null = null
  for (const test of tests) {
    const subject = await confirmed(useCases, test, { address, discovery, way }, invocation)
    if (subject === null) continue
    const needs = test.credential === 'password' && subject.kept === 'none'
    if (needs && way === 'saved' && terminal.input.isTTY !== true)
      sayUntested(subject, 'KEY_GONE', invocation)
    else if (
      test.credential === 'without' ||
      (await mayTryPassword(useCases, subject, { way }, invocation))
    ) {
      if (needs) given ??= await readCredential(subject, { way: way === 'saved' ? 'ask' : way }, invocation)
      results.push(...(await runPlanned(useCases, subject.setupId, test, needs ? given : null, invocation)))
    }
    useCases.close(subject.setupId)
  }
  return results
}

function sayUntested(
  { services }: Pick<CheckSubject, 'services'>,
  code: Code,
  { terminal, translator }: Invocation,
): void {
  for (const { endpoint } of services)
    say(terminal, translator.t('inspect.untested', { protocol: endpoint.protocol, code }))
}

interface ConfirmedSubject extends CheckSubject {
  /** Whether the saved password serves: only where it goes to the very servers that it was saved for. */
  readonly kept: 'kept' | 'none'
}

async function confirmed(
  useCases: UseCases,
  { services, credential }: PlannedTest,
  { address, discovery, way }: Pick<AccountToTest, 'address' | 'discovery'> & Pick<InspectOptions, 'way'>,
  invocation: Invocation,
): Promise<ConfirmedSubject | null> {
  const previous =
    way === 'saved' && credential === 'password'
      ? await useCases.open({ address: address.ascii, secret: 'use' }, invocation.terminal.signal)
      : null
  const ticket = useCases.confirm({
    ...confirmationOf(services, address.unicode, discovery),
    previous: previous?.ok === true ? previous.value.setupId : null,
  })
  if (!ticket.ok) {
    sayUntested({ services }, ticket.error, invocation)
    return null
  }
  const { setupId } = ticket.value
  const kept = ticket.value.credential === 'kept' ? 'kept' : 'none'
  return { address, setupId, services, protocols: null, discovery, saved: null, kept }
}

async function runPlanned(
  useCases: UseCases,
  setupId: string,
  { mechanism }: PlannedTest,
  credential: GivenCredential | null,
  { terminal, translator, colors }: Invocation,
): Promise<readonly EndpointResult[]> {
  const expert = { ...NOT_EXPERT, mechanism }
  const request = { setupId, credential, sending: null, protocols: null, message: null, expert }
  const style = createStyle(colors)
  let results: readonly EndpointResult[] = []
  for await (const event of useCases.test(request, terminal.signal)) {
    const told = present(event)
    const progress = progressLine(told, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (told.type === 'done') results = told.result.endpoints
  }
  return results
}

import type { TestEvent } from '#shared/contract/test-event.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { runCheck } from '#engine/check/run-check.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'

/** A credential as it comes from the page; `none` takes back the one before. */
export type GivenCredential =
  | { readonly kind: Credential['kind']; readonly secret: string }
  | { readonly kind: 'none' }

export interface TestRequest {
  readonly setupId: string
  readonly credential: GivenCredential | null
  readonly sending: GivenCredential | null
  /** `null`: all of the setup. */
  readonly protocols: readonly Protocol[] | null
}

/**
 * Tests a setup live and remembers, service by service, the latest result.
 * @param onDone called with the setup when all of its services have ended, before the end is told
 */
export async function* testSetup(
  setups: Setups,
  request: TestRequest,
  signal: AbortSignal,
  tools: ProbeTools,
  onDone: (setup: Setup) => Promise<void>,
): AsyncIterable<TestEvent> {
  const setup = setups.find(request.setupId)
  if (setup === null) {
    yield { type: 'unknown-setup' }
    return
  }
  takeCredentials(setup, request)
  const { protocols } = request
  const check = {
    address: setup.address.unicode,
    services: setup.services.filter(
      ({ endpoint }) => protocols === null || protocols.includes(endpoint.protocol),
    ),
    credential: setup.credential,
    sendingCredential: setup.sendingCredential,
    provider: setup.provider,
    testMessage: null,
    signal,
  }
  for await (const event of runCheck(check, tools)) {
    if (event.type === 'done') {
      setup.record(event.result)
      await onDone(setup)
    }
    yield event
  }
}

/** What is typed replaces what was saved: from then on the setup is not tested as it was saved any more. */
function takeCredentials(setup: Setup, { credential, sending }: TestRequest): void {
  if (credential !== null) setup.credential = credentialOf(credential)
  if (sending !== null) setup.sendingCredential = credentialOf(sending)
  if (credential === null && sending === null) return
  setup.saved = null
  setup.passwordFrom = 'typed'
}

function credentialOf(given: GivenCredential): Credential | null {
  return given.kind === 'none' ? null : { kind: given.kind, secret: new Secret(given.secret) }
}

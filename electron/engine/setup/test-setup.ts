import { secretToSend } from '#shared/catalogue/app-password.ts'
import type { GivenCredential } from '#shared/contract/guards.ts'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { NOT_EXPERT, type ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { refresh } from '#engine/oauth/refresh.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import { composeTestMessage, type TestMessage } from '#engine/round-trip/test-message.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'

export interface TestRequest {
  readonly setupId: string
  readonly credential: GivenCredential | null
  readonly sending: GivenCredential | null
  /** `null`: all of the setup. */
  readonly protocols: readonly Protocol[] | null
  /** `null`: none is sent. */
  readonly message: WantedMessage | null
  /** What a technician wants otherwise; missing where it is tested as mail programs go. */
  readonly expert?: ExpertSettings | undefined
}

export interface WantedMessage {
  readonly language: Language
  /** Another address, which the user has typed; `null`: the account itself. */
  readonly to: EmailAddress | null
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
    yield SETUP_GONE
    return
  }
  takeCredentials(setup, request)
  await renewIfNeeded(setup, tools, signal)
  const { protocols, message, expert = NOT_EXPERT } = request
  const check = {
    address: setup.address.unicode,
    services: setup.services.filter(
      ({ endpoint }) => protocols === null || protocols.includes(endpoint.protocol),
    ),
    credential: setup.credential,
    sendingCredential: setup.sendingCredential,
    provider: setup.provider,
    onlyMechanism: expert.mechanism ?? undefined,
    testMessage:
      message === null || !takesTestMessage(setup.provider?.hints ?? [])
        ? null
        : await messageTo(setup, message),
    signal,
  }
  for await (const event of runCheck(check, forExpert(tools, expert))) {
    if (event.type === 'done') {
      setup.record(event.result)
      await onDone(setup)
    }
    yield event
  }
}

function forExpert(tools: ProbeTools, { family, ehloName }: ExpertSettings): ProbeTools {
  return { ...tools, addressFamily: family ?? undefined, ehloName: ehloName ?? undefined }
}

function messageTo({ address }: Setup, { language, to }: WantedMessage): Promise<TestMessage> {
  const { t } = createTranslator(language)
  const isOwn = to === null || to.ascii === address.ascii
  return composeTestMessage(
    { from: address.ascii, to: isOwn ? address.ascii : to.ascii },
    {
      subject: t('test-message.subject'),
      text: isOwn ? t('test-message.text') : t('test-message.text-to', { address: address.unicode }),
    },
  )
}

/** Before the end of a token's time, so that it lasts for the test. */
const SPARE_MS = 60_000

/** A token that ran out while the user thought is replaced; if that fails, the servers say what is wrong. */
async function renewIfNeeded(setup: Setup, tools: ProbeTools, signal: AbortSignal): Promise<void> {
  const { grant, services } = setup
  if (grant === null || grant.refreshContext === null || grant.expiresAtMs === null) return
  if (grant.expiresAtMs - SPARE_MS > tools.clock.now()) return
  const renewed = await refresh(grant.refreshContext, tools, signal)
  if (renewed.ok && setup.grant === grant)
    setup.useGrant({ ...renewed.value, account: grant.account }, services)
}

/** What is typed replaces what was saved: from then on the setup is not tested as it was saved any more. */
function takeCredentials(setup: Setup, { credential, sending }: TestRequest): void {
  // SECURITY: without its own, sending takes the other password, which was not given for its server.
  if (credential === null && sending?.kind === 'none' && setup.sendingCredential !== null)
    setup.usePassword(null)
  if (credential !== null) setup.usePassword(credentialOf(credential, setup))
  if (sending !== null) setup.sendingCredential = credentialOf(sending, setup)
  if (credential === null && sending === null) return
  setup.saved = null
  setup.passwordFrom = 'typed'
}

/** The one place where a secret that was typed becomes the one that is sent, for every server. */
function credentialOf(given: GivenCredential, { provider }: Setup): Credential | null {
  if (given.kind === 'none') return null
  if (given.kind === 'token') return { kind: 'token', secret: new Secret(given.secret) }
  const sent = secretToSend(given.kind, provider?.appPasswordFormat ?? null, given.secret)
  return { kind: 'password', secret: new Secret(sent) }
}

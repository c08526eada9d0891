import type { AppDescription } from '#shared/contract/contract.ts'
import type { Lane } from '#renderer/wizard/lanes.ts'
import { draftOf, proposeServices } from '#renderer/wizard/services.ts'
import {
  FIRST_STEP,
  type ResultStep,
  type ServersStep,
  type SignInStep,
  type WizardState,
} from '#renderer/wizard/state.ts'
import { APP, APP_WITHOUT_KEYCHAIN, ORGANISATION_APP, PRACTICE_APP } from '#renderer/gallery/sample-app.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { DISCOVERIES } from '#renderer/gallery/sample-discovery.ts'
import { SAMPLE_FAULTS, SAMPLE_PROXY_FAULTS } from '#renderer/gallery/sample-faults.ts'
import { failedLane, otherDoor, PROXY, runningLane, workingLane } from '#renderer/gallery/sample-lanes.ts'
import { RELAY, relayLane, withRelay } from '#renderer/gallery/sample-relay.ts'
import type { Fault } from '#shared/domain/fault.ts'

/** One screen in one state. */
export interface Scene {
  readonly id: string
  readonly state: WizardState
  readonly app: AppDescription
}

const scene = (id: string, state: WizardState, app: AppDescription = APP): Scene => ({ id, state, app })

const ACCOUNT = {
  address: 'anna@example.org',
  providerId: null,
  services: [workingLane('imap'), workingLane('smtp'), workingLane('pop3')].map(({ endpoint }) => ({
    endpoint,
    userName: 'anna@example.org',
    signIn: 'password' as const,
    auth: 'plain' as const,
    pin: null,
  })),
  secretStore: 'secret-service' as const,
  provedAt: '2026-11-20T09:30:00.000Z',
}

const ADDRESS: readonly Scene[] = [
  scene('address-empty', FIRST_STEP),
  scene('address-practice', FIRST_STEP, PRACTICE_APP),
  scene('address-problem', { ...FIRST_STEP, text: 'anna.example.org', problem: { reason: 'no-at' } }),
  scene('address-suggestion', {
    ...FIRST_STEP,
    text: 'Anna <anna@example.org>',
    problem: { reason: 'display-name', suggestion: 'anna@example.org' },
  }),
  scene('address-accounts', {
    ...FIRST_STEP,
    accounts: {
      accounts: [
        ACCOUNT,
        { ...ACCOUNT, address: 'a-rather-long-name.with.dots@mail.example.org', secretStore: null },
      ],
      recovered: true,
    },
  }),
]

type DiscoveryName = keyof typeof DISCOVERIES

function account(name: DiscoveryName, picked: 'gmail' | null = null): WizardState {
  const discovery = DISCOVERIES[name]
  return { step: 'account', address: sampleAddress(discovery.address), discovery, picked }
}

const ACCOUNTS: readonly Scene[] = [
  scene('account-looking', {
    step: 'account',
    address: sampleAddress('anna@example.org'),
    discovery: null,
    picked: null,
  }),
  scene('account-gmail', account('gmail')),
  scene('account-gmx', account('gmx')),
  scene('account-unknown', account('unknown')),
  scene('account-closed', account('tuta')),
  scene('account-asking', account('asking')),
  scene('account-published', account('published')),
  scene('account-answering', account('answering')),
]

function servers(name: DiscoveryName, changes: Partial<ServersStep> = {}): ServersStep {
  const discovery = DISCOVERIES[name]
  const address = sampleAddress(discovery.address)
  const services = proposeServices(discovery)
  return {
    step: 'servers',
    address,
    discovery,
    services,
    draft: null,
    problem: null,
    setupId: null,
    ...changes,
  }
}

function editing(name: DiscoveryName, problem: 'host' | null): ServersStep {
  const state = servers(name)
  const [service] = state.services
  if (service === undefined) return state
  return {
    ...state,
    draft: {
      ...draftOf(service, state.address),
      ...(problem === null ? {} : { host: 'mail server', problem }),
    },
  }
}

const SERVERS: readonly Scene[] = [
  scene('servers-known', servers('gmx')),
  scene('servers-guessed', servers('unknown')),
  scene('servers-answering', servers('answering')),
  scene('servers-hosted', servers('hosted')),
  scene('servers-contradicted', servers('contradicted')),
  scene('servers-laid-down', servers('laidDown'), ORGANISATION_APP),
  scene('servers-editing', editing('gmx', null)),
  scene('servers-edit-problem', editing('unknown', 'host')),
  scene('servers-nothing', {
    ...servers('gmx', { problem: 'nothing-to-test' }),
    services: servers('gmx').services.map((service) => ({ ...service, use: 'leave-out' })),
  }),
]

function confirmed(name: DiscoveryName) {
  const { address, discovery, services } = servers(name)
  return { address, discovery, services, setupId: 'gallery' }
}

function signIn(name: DiscoveryName, changes: Partial<SignInStep> = {}): SignInStep {
  return { ...confirmed(name), step: 'sign-in', wants: 'password', because: null, ...changes }
}

const REFUSED = failedLane('imap', 'login', {
  kind: 'rejected',
  reply: {
    code: null,
    enhanced: null,
    status: 'NO',
    responseCode: 'AUTHENTICATIONFAILED',
    text: 'Authentication failed.',
  },
})

const SIGN_INS: readonly Scene[] = [
  scene('sign-in-password', signIn('gmx')),
  scene('sign-in-app-password', signIn('gmail', { wants: 'app-password' })),
  scene('sign-in-browser-only', signIn('outlook')),
  scene('sign-in-again', signIn('gmx', { because: REFUSED.result?.findings[0] ?? null })),
]

const TESTS: readonly Scene[] = [
  scene('test-begins', {
    ...confirmed('unknown'),
    step: 'test',
    lanes: [runningLane('imap', 'dns'), runningLane('smtp', 'dns'), runningLane('pop3', 'dns')],
  }),
  scene('test-running', {
    ...confirmed('unknown'),
    step: 'test',
    lanes: [workingLane('imap'), runningLane('smtp', 'connect', 'yes'), runningLane('pop3', 'login')],
  }),
]

function result(lanes: readonly Lane[], saving: ResultStep['saving'] = { state: 'idle' }): ResultStep {
  return { ...confirmed('unknown'), step: 'result', lanes, saving }
}

const ALL_GREEN = [workingLane('imap'), workingLane('smtp'), workingLane('pop3')]

const RESULTS: readonly Scene[] = [
  scene('result-works', result(ALL_GREEN)),
  scene('result-works-without-keychain', result(ALL_GREEN), APP_WITHOUT_KEYCHAIN),
  scene('result-saving', result(ALL_GREEN, { state: 'busy' })),
  scene('result-keychain-locked', result(ALL_GREEN, { state: 'failed', problem: 'KEY_LOCKED' })),
  scene('result-disk-full', result(ALL_GREEN, { state: 'failed', problem: 'FILE_FULL' })),
  scene(
    'result-reachable',
    result([workingLane('imap', 'no'), workingLane('smtp', 'no'), workingLane('pop3', 'no')]),
  ),
  scene(
    'result-port-blocked',
    result([
      workingLane('imap'),
      failedLane(
        'smtp',
        'connect',
        { kind: 'timeout', limitMs: 3_000 },
        {
          alternatives: [otherDoor('smtp', 465)],
        },
      ),
      workingLane('pop3'),
    ]),
  ),
]

/** Every cause there is, three to a screen. */
const FINDINGS: readonly Scene[] = Array.from({ length: Math.ceil(SAMPLE_FAULTS.length / 3) }, (_, index) => {
  const protocols = ['imap', 'smtp', 'pop3'] as const
  const lanes = SAMPLE_FAULTS.slice(index * 3, index * 3 + 3).map(([stage, fault], position) =>
    failedLane(protocols[position] ?? 'imap', stage, fault),
  )
  return scene(`findings-${String(index + 1).padStart(2, '0')}`, result(lanes))
})

/** The causes there are with a proxy on the way. */
const PROXY_FINDINGS: readonly Scene[] = SAMPLE_PROXY_FAULTS.map((faults, index) => {
  const protocols = ['imap', 'smtp', 'pop3'] as const
  const lanes = faults.map(([stage, fault], position) =>
    failedLane(protocols[position] ?? 'imap', stage, fault, { proxy: PROXY }),
  )
  return scene(`findings-proxy-${index + 1}`, result(lanes))
})

const refusal = (code: number, enhanced: string, text: string): Fault => ({
  kind: 'rejected',
  reply: { code, enhanced, status: null, responseCode: null, text },
})

const RELAY_SERVERS = { ...servers('unknown'), services: withRelay(servers('unknown').services) }
const RELAY_ALONE = RELAY_SERVERS.services.map((service) =>
  service.protocol === 'smtp' ? service : { ...service, use: 'leave-out' as const },
)
const RELAY_DRAFT =
  RELAY_SERVERS.services
    .filter(({ protocol }) => protocol === 'smtp')
    .map((service) => draftOf(service, RELAY_SERVERS.address))[0] ?? null
const RELAY_ACCOUNT = {
  ...ACCOUNT,
  services: [{ endpoint: RELAY, userName: '', signIn: 'none', auth: 'none', pin: null }] as const,
  secretStore: null,
}

/** Sending by way of a relay in one's own network, which wants no sign-in. */
const RELAYS: readonly Scene[] = [
  scene('relay-editing', { ...RELAY_SERVERS, draft: RELAY_DRAFT }),
  scene('relay-servers', RELAY_SERVERS),
  scene('relay-servers-alone', { ...RELAY_SERVERS, services: RELAY_ALONE }),
  scene('relay-sign-in', { ...signIn('unknown'), services: RELAY_SERVERS.services }),
  scene('relay-works', result([workingLane('imap'), relayLane(), workingLane('pop3')])),
  scene('relay-works-alone', { ...result([relayLane()]), services: RELAY_ALONE }),
  scene('relay-wants-sign-in', result([relayLane(refusal(530, '5.7.0', 'Authentication required'))])),
  scene('relay-denied', result([relayLane(refusal(554, '5.7.1', 'Relay access denied'))])),
  scene('relay-done', { step: 'done', account: RELAY_ACCOUNT }),
  scene('relay-saved', { ...FIRST_STEP, accounts: { accounts: [RELAY_ACCOUNT], recovered: false } }),
]

const DONE: readonly Scene[] = [
  scene('done', { step: 'done', account: ACCOUNT }),
  scene('done-without-secret', { step: 'done', account: { ...ACCOUNT, secretStore: null } }),
]

export const SCENES: readonly Scene[] = [
  ...ADDRESS,
  ...ACCOUNTS,
  ...SERVERS,
  ...SIGN_INS,
  ...TESTS,
  ...RESULTS,
  ...FINDINGS,
  ...PROXY_FINDINGS,
  ...RELAYS,
  ...DONE,
]

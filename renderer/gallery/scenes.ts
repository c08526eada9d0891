import { imapReply } from '#shared/domain/server-reply.ts'
import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import { transition } from '#renderer/wizard/flow.ts'
import { draftOf } from '#renderer/wizard/services.ts'
import { FIRST_STEP, type ServersStep, type WizardState } from '#renderer/wizard/state.ts'
import { APP_WITHOUT_KEYCHAIN, ORGANISATION_APP, PRACTICE_APP } from '#renderer/gallery/sample-app.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { DISCOVERIES } from '#renderer/gallery/sample-discovery.ts'
import { SAMPLE_FAULTS, SAMPLE_PROXY_FAULTS } from '#renderer/gallery/sample-faults.ts'
import {
  endingLane,
  failedLane,
  interceptedLane,
  otherDoor,
  PROXY,
  runningLane,
  workingLane,
} from '#renderer/gallery/sample-lanes.ts'
import { EXPLANATIONS } from '#renderer/gallery/explain-scenes.ts'
import { NETWORKS } from '#renderer/gallery/network-scenes.ts'
import { REFUSALS } from '#renderer/gallery/refusal-scenes.ts'
import { ARRIVALS } from '#renderer/gallery/arrival-scenes.ts'
import { SAVED } from '#renderer/gallery/saved-scenes.ts'
import { OAUTH } from '#renderer/gallery/oauth-scenes.ts'
import { RELAYS } from '#renderer/gallery/relay-scenes.ts'
import {
  ACCOUNT,
  confirmed,
  result,
  scene,
  servers,
  signIn,
  type DiscoveryName,
  type Scene,
} from '#renderer/gallery/sample-states.ts'

/** An address about which something is asked first. */
function doubted(text: string): WizardState {
  const address = sampleAddress(text)
  const about = doubtAbout(address)
  return { ...FIRST_STEP, text, doubt: about === null ? null : { address, about, next: 'look-up' } }
}

const ADDRESS: readonly Scene[] = [
  scene('address-empty', FIRST_STEP),
  scene('address-typo', doubted('anna.lindqvist@gmial.com')),
  scene('address-lookalike', doubted('anna@gm\u0430il.com')),
  scene('address-international', doubted('jürgen@münchen.example')),
  scene('address-comma', {
    ...FIRST_STEP,
    text: 'anna@gmail,com',
    problem: { reason: 'comma', suggestion: 'anna@gmail.com' },
  }),
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
      notice: 'STATE_RECOVERED',
    },
  }),
  scene('address-newer-list', { ...FIRST_STEP, accounts: { accounts: [], notice: 'STATE_NEWER' } }),
]

function account(name: DiscoveryName, picked: 'gmail' | null = null): WizardState {
  const discovery = DISCOVERIES[name]
  return { step: 'account', address: sampleAddress(discovery.address), discovery, picked }
}

function cutOff(): WizardState {
  const discovery = DISCOVERIES.unknown
  const failed = ['mx', 'autoconfig', 'ispdb'] as const
  const sources = failed.map(
    (source) => ({ source, status: 'failed', code: 'NET_DNS_FAIL', durationMs: 90 }) as const,
  )
  const address = sampleAddress(discovery.address)
  return { step: 'account', address, discovery: { ...discovery, complete: true, sources }, picked: null }
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
  scene('account-cut-off', cutOff()),
  scene('account-closed', account('tuta')),
  scene('account-asking', account('asking')),
  scene('account-published', account('published')),
  scene('account-answering', account('answering')),
]

/** A server was typed whose name gives it away. */
function advised(host: string, port = '993'): ServersStep {
  const state = editing('gmx', null)
  if (state.draft === null) return state
  const typed = transition(state, { type: 'draft-changed', draft: { ...state.draft, host, port } })
  const told = transition(typed, { type: 'draft-applied' })
  return told.step === 'servers' ? told : state
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
  scene('servers-retired-host', advised('imap-mail.outlook.com')),
  scene('servers-closed-provider', advised('smtp.tutanota.com')),
  scene('servers-swapped', advised('smtp.example.org')),
  scene('servers-nothing', {
    ...servers('gmx', { problem: 'nothing-to-test' }),
    services: servers('gmx').services.map((service) => ({ ...service, use: 'leave-out' })),
  }),
]

const REFUSED = failedLane('imap', 'login', {
  kind: 'rejected',
  reply: imapReply('NO', 'AUTHENTICATIONFAILED', 'Authentication failed.'),
})

const SIGN_INS: readonly Scene[] = [
  scene('sign-in-password', signIn('gmx')),
  scene('sign-in-app-password', signIn('gmail', { wants: 'app-password' })),
  scene('sign-in-browser-only', signIn('outlook')),
  scene('sign-in-ends-soon', signIn('microsoft365')),
  scene('sign-in-other-servers', signIn('gmx', { because: 'other-servers' })),
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

const ALL_GREEN = [workingLane('imap'), workingLane('smtp'), workingLane('pop3')]

const RESULTS: readonly Scene[] = [
  scene('result-works', result(ALL_GREEN)),
  scene('result-intercepted', result([interceptedLane('imap'), workingLane('smtp'), workingLane('pop3')])),
  scene('result-ends-soon', result([endingLane()])),
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

/** What the name of a host adds to the way it failed. */
const HOST_FINDINGS: readonly Scene[] = [
  scene(
    'findings-hosts',
    result([
      failedLane('imap', 'dns', { kind: 'name-not-found' }, { host: 'imap-mail.outlook.com' }),
      failedLane('smtp', 'greeting', { kind: 'wrong-service', seen: 'imap' }, { host: 'imap.gmail.com' }),
      failedLane('pop3', 'connect', { kind: 'refused' }, { host: 'smtp.tutanota.com' }),
    ]),
  ),
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
  ...HOST_FINDINGS,
  ...NETWORKS,
  ...REFUSALS,
  ...RELAYS,
  ...OAUTH,
  ...SAVED,
  ...EXPLANATIONS,
  ...ARRIVALS,
  ...DONE,
]

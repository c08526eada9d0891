import type { AccountReview } from '#shared/programs/account-review.ts'
import type { InspectedSubject } from '#renderer/wizard/machine/inspecting.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import type { ServiceChoice } from '#renderer/wizard/machine/state.ts'
import type { OpenedAccount } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { Discovery, DiscoveredProvider } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Explanation } from '#shared/explain/explanation.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageEvent, StageRecord } from '#shared/domain/stage.ts'
import { buildReport, type Report } from '#shared/report/report.ts'

export const ANNA: EmailAddress = {
  localPart: 'anna',
  domain: { ascii: 'xn--mnchen-3ya.example', unicode: 'münchen.example' },
  ascii: 'anna@xn--mnchen-3ya.example',
  unicode: 'anna@münchen.example',
  lookUp: 'automatic',
}

/** An endpoint as on the command line. */
export function endpoint(protocol: Protocol, text: string): ServerEndpoint {
  const endpoint = parseEndpoint(protocol, text)
  if (!endpoint.ok) throw new Error(`${text}: ${endpoint.error}`)
  return endpoint.value
}

export const IMAP = endpoint('imap', 'imap.example.org:993:tls')
export const IMAP_OTHER = endpoint('imap', 'imap.example.org:143:starttls')
/** A relay, which takes mail without a sign-in. */
export const RELAY = endpoint('smtp', 'relay.example.org:2525:starttls')
export const POP3 = endpoint('pop3', 'pop.example.org:995:tls')
export const SMTP = endpoint('smtp', 'smtp.example.org:465:tls')

export function candidateFor(
  endpoint: ServerEndpoint,
  change: Partial<RankedCandidate> = {},
): RankedCandidate {
  return {
    endpoint,
    userName: 'anna',
    auth: ['plain', 'login'],
    source: 'catalogue',
    trust: 'built-in',
    why: { kind: 'typed' },
    otherDomain: null,
    ...change,
  }
}

export function choiceOf(endpoint: ServerEndpoint, ...others: readonly ServerEndpoint[]): ServiceChoice {
  return {
    protocol: endpoint.protocol,
    chosen: candidateFor(endpoint),
    others: others.map((other) => candidateFor(other)),
    use: 'test',
    pin: null,
  }
}

/** A relay as the user types it. */
export const RELAY_CHOICE: ServiceChoice = {
  ...choiceOf(RELAY),
  chosen: candidateFor(RELAY, { userName: '', auth: ['none'], source: 'typed', trust: 'user' }),
}

export function emptyChoice(protocol: Protocol): ServiceChoice {
  return { protocol, chosen: null, others: [], use: 'leave-out', pin: null }
}

export const SERVICES: readonly ServiceChoice[] = [
  choiceOf(IMAP, IMAP_OTHER),
  choiceOf(SMTP),
  emptyChoice('pop3'),
]

export function discoveryWith(change: Partial<Discovery> = {}): Discovery {
  return {
    address: ANNA.unicode,
    day: '2026-11-20',
    accountType: 'other',
    provider: null,
    candidates: [SMTP, IMAP, IMAP_OTHER].map((endpoint) => candidateFor(endpoint)),
    contradictions: [],
    hints: [],
    notes: [],
    sources: [],
    complete: true,
    ...change,
  }
}

export function providerThatTakes(...signIn: DiscoveredProvider['signIn']): DiscoveredProvider {
  return {
    id: 'example',
    name: 'Example Mail',
    kind: 'mailbox',
    why: { kind: 'typed' },
    signIn,
    appPasswordPage: null,
    helpPage: null,
  }
}

export const FINDING: Finding = {
  code: 'AUTH_REJECTED',
  severity: 'error',
  stage: 'login',
  endpoint: IMAP,
  passwordSent: 'yes',
  turn: 'you',
  facts: {},
  serverSaid: null,
  provider: null,
  product: null,
  actions: [{ kind: 'edit-password' }],
}

/** What a full mailbox answers. */
export const EXPLANATION: Explanation = {
  causes: [
    {
      code: 'SEND_MAILBOX_FULL',
      severity: 'error',
      turn: 'you',
      facts: {},
      actions: [{ kind: 'tell-recipient' }],
      recipients: ['bob@example.net'],
      temporary: false,
    },
  ],
  reply: { code: 552, enhanced: '5.2.2', text: 'Mailbox over quota' },
  saidBy: 'server',
  bounce: { recipient: 'bob@example.net', remoteServer: 'mx.example.net', temporary: false },
  account: null,
}

export const ACCOUNT: SavedAccount = {
  address: ANNA.unicode,
  providerId: null,
  services: [
    {
      endpoint: IMAP,
      userName: 'anna',
      origin: 'found',
      signIn: 'password',
      slot: 'account',
      auth: 'plain',
      pin: null,
      seen: null,
    },
  ],
  secretStore: null,
  oauth: null,
  provedAt: '2026-11-20T12:00:00.000Z',
}

/** A saved account as the engine opens it. */
export function openedWith(
  secret: OpenedAccount['secret'],
  change: Partial<OpenedAccount> = {},
): OpenedAccount {
  return { setupId: 'setup-7', offer: null, account: ACCOUNT, discovery: discoveryWith(), secret, ...change }
}

export function running(stage: Stage, startedMs = 0): StageEvent {
  return { stage, status: 'running', startedMs, facts: {} }
}

export function passed(stage: Stage, startedMs = 0, endedMs = startedMs + 10): StageRecord {
  return { stage, status: 'ok', startedMs, endedMs, facts: {} }
}

export function skipped(stage: Stage): StageRecord {
  return { stage, status: 'skipped', startedMs: 0, endedMs: 0, facts: {} }
}

/** What a relay is asked instead of a sign-in. */
export const ASKED: readonly StageRecord[] = [
  { ...skipped('login'), stage: 'login', status: 'skipped', facts: { why: 'no-login-needed' } },
  passed('send'),
]

export function failed(stage: Stage, fault: Fault = { kind: 'garbage' }): StageRecord {
  return { stage, status: 'failed', startedMs: 0, endedMs: 10, facts: {}, fault }
}

export function resultFor(
  endpoint: ServerEndpoint,
  change: Partial<EndpointResult> = {},
  ...stages: readonly StageRecord[]
): EndpointResult {
  return {
    endpoint,
    userName: 'anna',
    signIn: 'password',
    verdict: 'ok',
    code: 'OK',
    passwordSent: 'yes',
    evidence: { endpoint, stages, transcript: [], passwordSent: 'yes' },
    alternatives: [],
    findings: [],
    ...change,
  }
}

export function endedLane(
  endpoint: ServerEndpoint,
  change: Partial<EndpointResult> = {},
  ...stages: readonly StageRecord[]
): Lane {
  return { ...newLane(endpoint), stages, result: resultFor(endpoint, change, ...stages) }
}

/** A report of nothing, as far as the machine looks. */
export const REPORT: Report = buildReport({
  address: ANNA.unicode,
  verdict: 'problem',
  endpoints: [],
  madeBy: { version: '0.0.0', host: 'browser', system: '' },
  made: new Date('2026-11-20T10:00:00.000Z'),
})

/** An account as Thunderbird has it, of a user who is called Anna. */
export const SUBJECT: InspectedSubject = {
  client: 'thunderbird',
  profileId: 'profile-1',
  account: {
    name: 'Anna',
    address: 'anna@example.org',
    services: [
      {
        protocol: 'imap',
        host: IMAP.host,
        port: IMAP.port,
        encryption: 'tls',
        userName: 'anna@example.org',
        method: 'password',
        certificate: 'checked',
      },
    ],
  },
}

export const REVIEW: AccountReview = {
  reviewId: 'review-1',
  address: 'anna@example.org',
  known: { day: '2026-11-27', candidates: [], provider: null },
  findings: [],
  tests: [
    {
      setupId: 'setup-1',
      services: [{ endpoint: IMAP, userName: 'anna@example.org', signIn: 'password' }],
      credential: 'wanted',
    },
  ],
  passwords: 'one',
  untested: [],
}

import { describe, expect, test } from 'vitest'
import type { EventOf, EventType, WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'
import { beginReading } from '#renderer/wizard/machine/transitions/report.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import { FIRST_STEP, type StepName, type WizardState } from '#renderer/wizard/machine/state.ts'
import {
  ACCOUNT,
  ANNA,
  candidateFor,
  discoveryWith,
  endedLane,
  EXPLANATION,
  FINDING,
  IMAP,
  IMAP_OTHER,
  openedWith,
  passed,
  REPORT,
  running,
  SERVICES,
  SMTP,
} from '../samples.ts'

type States = { readonly [S in StepName]: Extract<WizardState, { readonly step: S }> }
type Events = { readonly [E in EventType]: EventOf<E> }

const confirmed = {
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  offer: null,
  token: 'passing',
} as const
const draft = {
  protocol: 'imap',
  host: 'imap.example.net',
  port: '993',
  security: 'tls',
  userName: 'ben',
  signIn: 'password',
  problem: null,
  advice: { code: 'HOST_RETIRED', provider: 'Example', closed: false, instead: IMAP_OTHER },
} as const

/** One state of every step; a step that is missing here does not compile. */
const STATES: States = {
  address: { ...FIRST_STEP, text: 'anna@exa', problem: { reason: 'no-at' } },
  account: { step: 'account', address: ANNA, discovery: discoveryWith(), picked: 'gmail' },
  servers: {
    address: ANNA,
    discovery: discoveryWith(),
    services: SERVICES,
    setupId: 'setup-1',
    step: 'servers',
    drafts: [draft],
    problem: 'CFG_INVALID',
  },
  'sign-in': { ...confirmed, step: 'sign-in', wants: 'password', because: null },
  authorize: {
    ...confirmed,
    step: 'authorize',
    way: 'device',
    progress: { state: 'preparing' },
    strays: 'seen',
  },
  test: { ...confirmed, step: 'test', lanes: [{ ...newLane(IMAP), waiting: 'dns' }, newLane(SMTP)] },
  result: {
    ...confirmed,
    step: 'result',
    lanes: [endedLane(IMAP, {}, passed('login'))],
    saving: { state: 'idle' },
  },
  done: { step: 'done', account: ACCOUNT, leftOut: [] },
  handover: {
    step: 'handover',
    from: { step: 'done', account: ACCOUNT, leftOut: [] },
    setup: { address: ANNA, services: [], oauth: null },
    target: { kind: 'list' },
    proof: { state: 'busy', lanes: [newLane(IMAP)] },
  },
  explain: beginExplaining({ ...FIRST_STEP, text: 'anna@exa' }),
  report: beginReading({ ...FIRST_STEP, text: 'anna@exa' }),
}

/** One event of every type; a type that is missing here does not compile. */
const EVENTS: Events = {
  'network-left': { type: 'network-left' },
  'offer-known': { type: 'offer-known', offer: null },
  'account-taken-up': { type: 'account-taken-up', address: ACCOUNT.address, action: 'edit' },
  'account-failed': {
    type: 'account-failed',
    address: ACCOUNT.address,
    action: 'test',
    problem: 'KEY_LOCKED',
  },
  'account-forgotten': { type: 'account-forgotten', address: ACCOUNT.address, secrets: 'removed' },
  'account-opened': { type: 'account-opened', opened: openedWith('ready'), action: 'test' },
  'accounts-listed': { type: 'accounts-listed', accounts: { accounts: [ACCOUNT], notice: null } },
  'address-typed': { type: 'address-typed', text: 'anna@example.org' },
  'address-refused': { type: 'address-refused', problem: { reason: 'several' } },
  'address-doubted': {
    type: 'address-doubted',
    doubt: { address: ANNA, about: { kind: 'international' }, next: 'look-up' },
  },
  'address-accepted': { type: 'address-accepted', address: ANNA },
  discovered: { type: 'discovered', discovery: discoveryWith({ complete: false }) },
  'account-type-picked': { type: 'account-type-picked', accountType: 'yahoo' },
  'account-accepted': { type: 'account-accepted' },
  'service-toggled': { type: 'service-toggled', protocol: 'imap' },
  'candidate-chosen': { type: 'candidate-chosen', candidate: candidateFor(IMAP_OTHER) },
  'server-edited': { type: 'server-edited', protocol: 'smtp' },
  'draft-changed': { type: 'draft-changed', draft: { ...draft, host: 'x' } },
  'drafts-applied': { type: 'drafts-applied' },
  'advice-taken': { type: 'advice-taken', protocol: 'imap' },
  'draft-dropped': { type: 'draft-dropped', protocol: 'imap' },
  'by-hand-wanted': { type: 'by-hand-wanted' },
  'sheet-read': {
    type: 'sheet-read',
    settings: [{ protocol: 'smtp', host: 'x.test', port: 587, security: 'starttls', userName: null }],
  },
  'servers-refused': { type: 'servers-refused', problem: 'CFG_INSECURE' },
  'servers-confirmed': { type: 'servers-confirmed', setupId: 'setup-2', offer: null, credential: 'none' },
  'authorize-started': { type: 'authorize-started', way: 'browser' },
  'authorize-reported': {
    type: 'authorize-reported',
    event: { type: 'opened', url: 'https://login.example.org/', opened: 'yes', seconds: 300 },
  },
  'password-given': { type: 'password-given', passwords: 'two' },
  'test-started': { type: 'test-started', protocols: null },
  'test-reported': {
    type: 'test-reported',
    event: { type: 'stage', protocol: 'imap', event: running('dns') },
  },
  'sign-in-wanted': { type: 'sign-in-wanted', wants: 'app-password', because: FINDING },
  'servers-wanted': { type: 'servers-wanted', protocol: null },
  'address-wanted': { type: 'address-wanted' },
  'sign-in-added': { type: 'sign-in-added', protocol: 'smtp' },
  'services-replaced': { type: 'services-replaced', services: [], setupId: 'setup-2', credential: 'none' },
  saving: { type: 'saving' },
  saved: { type: 'saved', account: ACCOUNT },
  'save-failed': { type: 'save-failed', problem: 'KEY_LOCKED' },
  'handover-wanted': { type: 'handover-wanted', target: { kind: 'paper' } },
  'message-begun': { type: 'message-begun' },
  'explain-wanted': { type: 'explain-wanted' },
  'text-pasted': { type: 'text-pasted', pasted: { text: '550', octets: null } },
  'text-refused': { type: 'text-refused', problem: 'empty' },
  explained: { type: 'explained', pasted: { text: '550', octets: null }, explanation: EXPLANATION },
  'set-up-wanted': { type: 'set-up-wanted', wants: 'account' },
  looked: { type: 'looked', looks: { arrival: null } },
  'report-wanted': { type: 'report-wanted' },
  'report-read': { type: 'report-read', report: REPORT, as: 'shown' },
  'report-refused': { type: 'report-refused', problem: 'damaged' },
  'call-failed': { type: 'call-failed' },
  back: { type: 'back' },
  restarted: { type: 'restarted' },
}

/** Where each event leads; what is not named here changes nothing at that step. */
const LEADS_TO: Readonly<Record<StepName, Readonly<Partial<Record<EventType, StepName>>>>> = {
  address: {
    'accounts-listed': 'address',
    'account-taken-up': 'address',
    'account-failed': 'address',
    'account-forgotten': 'address',
    'account-opened': 'test',
    'address-typed': 'address',
    'address-refused': 'address',
    'address-doubted': 'address',
    'address-accepted': 'account',
    'explain-wanted': 'explain',
    'report-wanted': 'report',
  },
  account: {
    discovered: 'servers',
    'offer-known': 'account',
    'account-type-picked': 'account',
    'account-accepted': 'servers',
    'by-hand-wanted': 'servers',
    back: 'address',
  },
  servers: {
    'by-hand-wanted': 'servers',
    'sheet-read': 'servers',
    discovered: 'servers',
    'offer-known': 'servers',
    'account-type-picked': 'account',
    'service-toggled': 'servers',
    'candidate-chosen': 'servers',
    'server-edited': 'servers',
    'draft-changed': 'servers',
    'drafts-applied': 'servers',
    'advice-taken': 'servers',
    'draft-dropped': 'servers',
    'servers-refused': 'servers',
    'servers-confirmed': 'sign-in',
    back: 'address',
  },
  'sign-in': {
    'test-started': 'test',
    'authorize-started': 'authorize',
    'password-given': 'sign-in',
    'account-type-picked': 'account',
    'service-toggled': 'servers',
    'candidate-chosen': 'servers',
    'server-edited': 'servers',
    'servers-wanted': 'servers',
    back: 'address',
  },
  authorize: {
    'authorize-started': 'authorize',
    'authorize-reported': 'authorize',
    'services-replaced': 'authorize',
    'test-started': 'test',
    'sign-in-wanted': 'sign-in',
    'address-wanted': 'address',
    'call-failed': 'sign-in',
    back: 'sign-in',
  },
  test: {
    'test-started': 'test',
    'network-left': 'test',
    'password-given': 'test',
    'test-reported': 'test',
    'services-replaced': 'test',
    'sign-in-wanted': 'sign-in',
    'authorize-started': 'authorize',
    'servers-wanted': 'servers',
    'address-wanted': 'address',
    'sign-in-added': 'servers',
    'call-failed': 'servers',
    back: 'sign-in',
  },
  result: {
    'test-started': 'test',
    'network-left': 'result',
    'password-given': 'result',
    'services-replaced': 'result',
    'sign-in-wanted': 'sign-in',
    'authorize-started': 'authorize',
    'servers-wanted': 'servers',
    'address-wanted': 'address',
    'sign-in-added': 'servers',
    'handover-wanted': 'handover',
    'explain-wanted': 'explain',
    'report-wanted': 'report',
    looked: 'result',
    restarted: 'address',
    saving: 'result',
    'save-failed': 'result',
    saved: 'done',
    back: 'sign-in',
  },
  done: { 'handover-wanted': 'handover', restarted: 'address' },
  handover: {
    'handover-wanted': 'handover',
    'message-begun': 'handover',
    'test-reported': 'handover',
    'call-failed': 'handover',
    restarted: 'address',
    back: 'done',
  },
  explain: {
    'accounts-listed': 'explain',
    'text-pasted': 'explain',
    'text-refused': 'explain',
    'set-up-wanted': 'address',
    back: 'address',
  },
  report: {
    'accounts-listed': 'report',
    'report-read': 'report',
    'report-refused': 'report',
    back: 'address',
  },
}

const steps = Object.keys(STATES) as readonly StepName[]
const moves = steps.flatMap((step) =>
  Object.values(EVENTS).map(
    (event: WizardEvent) => [step, event.type, LEADS_TO[step][event.type] ?? null, event] as const,
  ),
)

describe('every event at every step', () => {
  test.each(moves.filter(([, , to]) => to !== null))(
    'at "%s" the event "%s" leads to "%s"',
    (step, _, to, event) => {
      const after = transition(STATES[step], event)
      expect(after.step).toBe(to)
      expect(after).not.toEqual(STATES[step])
    },
  )

  test.each(moves.filter(([, , to]) => to === null))(
    'at "%s" the event "%s" changes nothing',
    (step, _, __, event) => {
      expect(transition(STATES[step], event)).toBe(STATES[step])
    },
  )

  test('no event changes the state it began with', () => {
    const before = structuredClone(STATES)
    for (const [step, , , event] of moves) transition(STATES[step], event)
    expect(STATES).toEqual(before)
  })
})

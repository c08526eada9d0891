import type { EventOf, EventType } from '#renderer/wizard/machine/events.ts'
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
export const STATES: States = {
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
    profile: { state: 'reading' },
    proof: { state: 'busy', lanes: [newLane(IMAP)] },
  },
  explain: beginExplaining({ ...FIRST_STEP, text: 'anna@exa' }),
  report: beginReading({ ...FIRST_STEP, text: 'anna@exa' }),
}

/** One event of every type; a type that is missing here does not compile. */
export const EVENTS: Events = {
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
  'profile-reported': { type: 'profile-reported', profile: { state: 'none' } },
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

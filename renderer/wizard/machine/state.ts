import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { AddressDoubt } from '#shared/catalogue/address-doubt.ts'
import type { ServerAdvice } from '#shared/catalogue/server-advice.ts'
import type { ConfirmProblem, OpenedAccount, SaveProblem } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { Explanation } from '#shared/explain/explanation.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { Pasted } from '#shared/explain/pasted.ts'
import type { AddressProblem, EmailAddress } from '#shared/domain/email-address.ts'
import type { EndpointProblem } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { Protocol, Security } from '#shared/domain/protocol.ts'
import type { Passwords } from '#shared/report/causes.ts'
import type { NetworkBefore } from '#shared/report/network-comparison.ts'
import type { ReportProblem } from '#shared/report/read-report.ts'
import type { Report } from '#shared/report/report.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountList } from '#shared/accounts/account-list.ts'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { Authorizing, BrowserSignIn } from '#renderer/wizard/machine/authorizing.ts'
import type { HandoverTarget, LastProof } from '#renderer/wizard/machine/handover.ts'
import type { AccountInView, ReadPrograms } from '#renderer/wizard/machine/inspecting.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import type { Managing } from '#renderer/wizard/machine/managing.ts'
import type { SendingQuestion } from '#renderer/wizard/machine/sending-question.ts'
import type { ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'

/** One service as the user sees it before the test: what is chosen, and what else was found. */
export interface ServiceChoice {
  readonly protocol: Protocol
  /** `null` where nothing was found and nothing has been typed yet. */
  readonly chosen: RankedCandidate | null
  readonly others: readonly RankedCandidate[]
  readonly use: 'test' | 'leave-out'
  /** The certificate of `chosen` that the user accepted although no authority vouches for it, or `null`. */
  readonly pin: string | null
}

/** A server as typed; checked when it is applied. */
export interface ServerDraft {
  readonly protocol: Protocol
  readonly host: string
  readonly port: string
  readonly security: Security
  readonly userName: string
  /** `none`: a relay; the user name stays, in case the user thinks better of it. */
  readonly signIn: ServiceSignIn
  readonly problem: EndpointProblem | 'user-name' | null
  /** Said before the server is taken; taking it again after that is the user's decision. */
  readonly advice: ServerAdvice | null
}

/** A possible address about which something is asked first, and what was to come after it. */
export interface OpenDoubt {
  readonly address: EmailAddress
  readonly about: AddressDoubt
  readonly next: 'look-up' | 'by-hand'
}

/** The saved account a setup was opened from. */
export interface SavedSetup extends Pick<OpenedAccount, 'account' | 'secret'> {
  /** `changed`: by other servers or another password; saving replaces what was saved. */
  readonly record: 'as-saved' | 'changed'
}

export interface AddressStep {
  readonly step: 'address'
  readonly text: string
  readonly problem: AddressProblem | null
  readonly doubt: OpenDoubt | null
  readonly accounts: AccountList | null
  readonly managing: Managing
  /** The settings the user came back from: the same address leads to them again, as they were left. */
  readonly left?: ServersStep
}

export interface AccountStep {
  readonly step: 'account'
  readonly address: EmailAddress
  /** `null` until the first answer is there. */
  readonly discovery: Discovery | null
  /** What the user picked by hand; `null` while Mailwright's own proposal stands. */
  readonly picked: AccountTypeId | null
  /** How the user may sign in without a password, missing until the engine has said so. */
  readonly offer?: OAuthOffer | null
}

export interface ServersStep {
  readonly step: 'servers'
  readonly address: EmailAddress
  readonly discovery: Discovery
  readonly services: readonly ServiceChoice[]
  /** The rows that are being typed, one for each service at most: opening another loses nothing. */
  readonly drafts: readonly ServerDraft[]
  readonly problem: 'nothing-to-test' | ConfirmProblem | null
  /** The setup that a change of servers replaces. */
  readonly setupId: string | null
  readonly saved?: SavedSetup
  /** The account type the user picked by hand; missing while Mailwright's own proposal stands. */
  readonly picked?: AccountTypeId
  /** How the user may sign in without a password, missing until the engine has said so. */
  readonly offer?: OAuthOffer | null
  /** The device these servers are for: its page is the one to go back to. */
  readonly device?: DeviceStep
}

/** What the steps after the confirmation have in common. */
interface Confirmed extends BrowserSignIn {
  readonly address: EmailAddress
  readonly discovery: Discovery
  readonly services: readonly ServiceChoice[]
  readonly setupId: string
  readonly saved?: SavedSetup
  /** How many passwords the user has typed for it, missing where none was; `none`: on purpose. */
  readonly passwords?: Passwords | 'none'
  /** The account type the user picked by hand; missing while Mailwright's own proposal stands. */
  readonly picked?: AccountTypeId
  readonly device?: DeviceStep
}

export interface SignInStep extends Confirmed {
  readonly step: 'sign-in'
  readonly wants: 'password' | 'app-password'
  /** Why the user is here again; `other-servers`: what was given before is not used for those there are now. */
  readonly because: Finding | 'other-servers' | null
}

/** The user signs in with the browser or on another device. */
export interface AuthorizeStep extends Confirmed {
  readonly step: 'authorize'
  readonly way: OAuthWay
  readonly progress: Authorizing
  /** Whether an answer came that was not ours. */
  readonly strays: 'none' | 'seen'
  /** What an administrator is told who has to agree, should the page want one. */
  readonly approval?: OAuthFinding
}

/** What the steps that show the lanes have in common. */
interface Tested extends Confirmed {
  readonly lanes: readonly Lane[]
  /** The network of the latest test; `''` where the engine cannot tell. */
  readonly network?: string
  /** How it went in the network that was left to try another one. */
  readonly before?: NetworkBefore
  /** When the latest test began, by the clock of the engine. */
  readonly testedAt?: string
}

export interface TestStep extends Tested {
  readonly step: 'test'
}

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly problem: SaveProblem }

/** What the user has asked for after a test. */
export type Looks = Partial<Pick<Report, 'arrival' | 'mechanisms' | 'survey'>>

export interface ResultStep extends Tested {
  readonly step: 'result'
  readonly saving: Saving
  readonly looks?: Looks
}

export interface DoneStep {
  readonly step: 'done'
  readonly account: SavedAccount
  /** What was tested and does not work, and is not among what was saved. */
  readonly leftOut: readonly Protocol[]
  /** The setup it was saved from: it stays open for the way into a mail program, until the user leaves. */
  readonly tested?: Pick<Confirmed, 'setupId' | 'discovery'>
}

/** What was proved goes into a mail program. */
export interface HandoverStep {
  readonly step: 'handover'
  /** Where it leads back to. */
  readonly from: ResultStep | DoneStep
  readonly setup: FinishedSetup
  readonly target: HandoverTarget
  readonly profile: ProfileWriting
  readonly proof: LastProof
}

export type PastedProblem = 'empty' | 'too-big' | 'not-text' | 'unreadable'

/** Beside the steps: what an error text means. */
export interface ExplainStep {
  readonly step: 'explain'
  readonly pasted: Pasted
  readonly problem: PastedProblem | null
  /** `null` until there is an answer to exactly this text. */
  readonly explanation: Explanation | null
  /** Where it leads back to, as it was left. */
  readonly from: AddressStep | ResultStep
}

export type UnreadReport = ReportProblem | 'unreadable'

/** Beside the steps: a saved report, alone or beside another one. */
export interface ReportStep {
  readonly step: 'report'
  /** `null` until a file was opened. */
  readonly shown: Report | null
  /** A second file to compare it with. */
  readonly second: Report | null
  readonly problem: UnreadReport | null
  /** Where it leads back to, as it was left; a result is compared with what is shown. */
  readonly from: AddressStep | ResultStep
}

/** Beside the steps: the accounts that programs on this computer have. */
export interface ProgramsStep extends ReadPrograms {
  readonly step: 'programs'
  readonly from: AddressStep
}

/** Beside the steps: one of them, tested as it is set up. */
export interface InspectStep extends AccountInView {
  readonly step: 'inspect'
  readonly from: ProgramsStep
}

/** Beside the steps: the devices and programs that send by themselves. */
export interface DevicesStep {
  readonly step: 'devices'
  readonly search: string
  readonly from: AddressStep
}

/** Beside the steps: one of them, and the ways it can send. */
export interface DeviceStep extends SendingQuestion {
  readonly step: 'device'
  readonly from: DevicesStep
}

/** The steps of the page on which a setup comes into being. */
export type SetupStep = AccountStep | ServersStep | SignInStep

/** The wizard is always in exactly one of these; what does not belong to a step cannot be in it. */
export type WizardState =
  | AddressStep
  | AccountStep
  | ServersStep
  | SignInStep
  | AuthorizeStep
  | TestStep
  | ResultStep
  | DoneStep
  | HandoverStep
  | ExplainStep
  | ReportStep
  | ProgramsStep
  | InspectStep
  | DevicesStep
  | DeviceStep

export type StepName = WizardState['step']
export type StateOf<S extends StepName> = Extract<WizardState, { readonly step: S }>

/** The steps at which the servers have been agreed to. */
export const CONFIRMED_STEPS = [
  'sign-in',
  'authorize',
  'test',
  'result',
] as const satisfies readonly StepName[]
export type ConfirmedStep = StateOf<(typeof CONFIRMED_STEPS)[number]>

/** The steps at which the lanes are shown. */
export const TESTED_STEPS = ['test', 'result'] as const satisfies readonly StepName[]
export type TestedStep = StateOf<(typeof TESTED_STEPS)[number]>

export const FIRST_STEP: AddressStep = {
  step: 'address',
  text: '',
  problem: null,
  doubt: null,
  accounts: null,
  managing: { state: 'idle' },
}

/**
 * The address that was surely meant, `null` where the user says so alone: a domain may be looked up, or lack its user.
 */
export function proposalIn(problem: AddressProblem | null): string | null {
  return problem !== null && 'suggestion' in problem && problem.reason !== 'only-domain'
    ? problem.suggestion
    : null
}

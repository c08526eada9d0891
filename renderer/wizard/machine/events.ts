import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type {
  ConfirmedTicket,
  ConfirmProblem,
  ForgottenSecrets,
  OpenedAccount,
  OpenProblem,
  SaveProblem,
} from '#shared/contract/contract.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { Passwords } from '#shared/report/causes.ts'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { OAuthOffer, SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { SheetService } from '#shared/discovery/sheet/read-sheet.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { Explanation } from '#shared/explain/explanation.ts'
import type { Pasted } from '#shared/explain/pasted.ts'
import type { AddressProblem, EmailAddress } from '#shared/domain/email-address.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ToldNeeds } from '#renderer/wizard/machine/sending-question.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Report } from '#shared/report/report.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountList } from '#shared/accounts/account-list.ts'
import type { AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import type { FixTrial } from '#shared/programs/fix/fix-offer.ts'
import type { RecognisedSettings } from '#shared/programs/recognise.ts'
import type { Fixing } from '#renderer/wizard/machine/fixing.ts'
import type { SettingsTextProblem, InspectedSubject } from '#renderer/wizard/machine/inspecting.ts'
import type { HandoverTarget } from '#renderer/wizard/machine/handover.ts'
import type { AccountAction } from '#renderer/wizard/machine/managing.ts'
import type { ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'
import type {
  Looks,
  OpenDoubt,
  PastedProblem,
  ServerDraft,
  ServiceChoice,
  UnreadReport,
} from '#renderer/wizard/machine/state.ts'

/** Where a setup begins that follows from a pasted text. */
export type SetUpWish = 'account' | 'servers' | 'password'

/** Everything that can happen in the wizard: what the user does, and what the engine reports. No event holds a secret. */
export type WizardEvent =
  | { readonly type: 'accounts-listed'; readonly accounts: AccountList }
  | { readonly type: 'account-taken-up'; readonly address: string; readonly action: AccountAction }
  | {
      readonly type: 'account-failed'
      readonly address: string
      readonly action: AccountAction
      readonly problem: OpenProblem
    }
  | { readonly type: 'account-forgotten'; readonly address: string; readonly secrets: ForgottenSecrets }
  | {
      readonly type: 'account-opened'
      readonly opened: OpenedAccount
      readonly action: Exclude<AccountAction, 'forget'>
    }
  | { readonly type: 'address-typed'; readonly text: string }
  | { readonly type: 'address-refused'; readonly problem: AddressProblem }
  | { readonly type: 'address-doubted'; readonly doubt: OpenDoubt }
  | { readonly type: 'address-accepted'; readonly address: EmailAddress }
  | { readonly type: 'discovered'; readonly discovery: Discovery }
  | { readonly type: 'offer-known'; readonly offer: OAuthOffer | null }
  | { readonly type: 'account-type-picked'; readonly accountType: AccountTypeId }
  | { readonly type: 'account-accepted' }
  | { readonly type: 'service-toggled'; readonly protocol: Protocol }
  | { readonly type: 'candidate-chosen'; readonly candidate: RankedCandidate }
  | { readonly type: 'server-edited'; readonly protocol: Protocol }
  | { readonly type: 'draft-changed'; readonly draft: ServerDraft }
  | { readonly type: 'drafts-applied' }
  | { readonly type: 'advice-taken'; readonly protocol: Protocol }
  | { readonly type: 'draft-dropped'; readonly protocol: Protocol }
  /** Every field of the table is to be typed. */
  | { readonly type: 'by-hand-wanted' }
  /** What a provider has sent comes into the fields. */
  | { readonly type: 'sheet-read'; readonly settings: readonly SheetService[] }
  | { readonly type: 'servers-refused'; readonly problem: ConfirmProblem | 'nothing-to-test' }
  | ({ readonly type: 'servers-confirmed' } & ConfirmedTicket)
  | { readonly type: 'authorize-started'; readonly way: OAuthWay }
  | { readonly type: 'authorize-reported'; readonly event: SignInEvent }
  /** A password was typed, or two, or none is to be used: a token that was there before is no longer used. */
  | { readonly type: 'password-given'; readonly passwords: Passwords | 'none' }
  /** `protocols`: only these begin anew, `null`: everything that was confirmed. */
  | {
      readonly type: 'test-started'
      readonly protocols: readonly Protocol[] | null
      /** What a technician wants otherwise; missing where that is nothing. */
      readonly expert?: ExpertSettings
    }
  /** What was found in this network is kept, to be set beside what comes of the next. */
  | { readonly type: 'network-left' }
  | { readonly type: 'test-reported'; readonly event: TestEvent }
  | {
      readonly type: 'sign-in-wanted'
      readonly wants: 'password' | 'app-password'
      readonly because: Finding | null
    }
  | { readonly type: 'servers-wanted'; readonly protocol: Protocol | null }
  | { readonly type: 'address-wanted' }
  /** At a relay that wants a sign-in after all. */
  | { readonly type: 'sign-in-added'; readonly protocol: Protocol }
  | ({
      readonly type: 'services-replaced'
      readonly services: readonly ServiceChoice[]
    } & Pick<ConfirmedTicket, 'setupId' | 'credential'>)
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly account: SavedAccount }
  | { readonly type: 'save-failed'; readonly problem: SaveProblem }
  /** The user says where the mail is wanted. */
  | { readonly type: 'handover-wanted'; readonly target: HandoverTarget }
  /** How far the writing into a profile is, as the driver has it from the engine. */
  | { readonly type: 'profile-reported'; readonly profile: ProfileWriting }
  | { readonly type: 'message-begun' }
  | { readonly type: 'explain-wanted' }
  | { readonly type: 'text-pasted'; readonly pasted: Pasted }
  | { readonly type: 'text-refused'; readonly problem: PastedProblem }
  | { readonly type: 'explained'; readonly pasted: Pasted; readonly explanation: Explanation }
  | { readonly type: 'set-up-wanted'; readonly wants: SetUpWish }
  /** Something was looked at beside the result, which a report of it tells too. */
  | { readonly type: 'looked'; readonly looks: Looks }
  | { readonly type: 'report-wanted' }
  | { readonly type: 'report-read'; readonly report: Report; readonly as: 'shown' | 'second' }
  | { readonly type: 'report-refused'; readonly problem: UnreadReport }
  /** An account that a program on this computer has is to be looked at. */
  | { readonly type: 'programs-wanted' }
  | { readonly type: 'programs-read'; readonly profiles: readonly InspectedProfile[] }
  | { readonly type: 'settings-given'; readonly settings: RecognisedSettings }
  | { readonly type: 'settings-refused'; readonly problem: SettingsTextProblem }
  | { readonly type: 'account-to-inspect'; readonly subject: InspectedSubject }
  | { readonly type: 'reviewed'; readonly review: AccountReview }
  | { readonly type: 'review-test-started' }
  | { readonly type: 'review-reported'; readonly event: ReviewEvent }
  /** About the review that it was asked for; what a user has gone on from is old. */
  | { readonly type: 'fix-reported'; readonly reviewId: string; readonly fixing: Partial<Fixing> }
  | { readonly type: 'fix-tried'; readonly trial: FixTrial }
  /** A device or a program is to send by itself. */
  | { readonly type: 'devices-wanted' }
  | { readonly type: 'device-searched'; readonly search: string }
  | { readonly type: 'device-picked'; readonly card: DeviceCard | null }
  | { readonly type: 'needs-told'; readonly needs: ToldNeeds }
  /** The server of one of its ways is to be tested from this computer. */
  | { readonly type: 'device-test-wanted'; readonly endpoint: ServerEndpoint }
  /** The engine did not carry out a call of this step: a bug, which must not leave the page waiting. */
  | { readonly type: 'call-failed' }
  | { readonly type: 'back' }
  | { readonly type: 'restarted' }

export type EventType = WizardEvent['type']
export type EventOf<T extends EventType> = Extract<WizardEvent, { readonly type: T }>

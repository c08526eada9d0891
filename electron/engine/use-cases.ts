import type { Language } from '#shared/i18n/languages.ts'
import type { Letter } from '#shared/report/letter.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type {
  AppDescription,
  ConfirmedTicket,
  ConfirmProblem,
  ForgottenSecrets,
  OpenProblem,
  SaveProblem,
} from '#shared/contract/contract.ts'
import type { ExportRefusal, PdfRefusal, SavedExport } from '#shared/contract/saved-export.ts'
import type { OpenedFile } from '#shared/contract/opened-file.ts'
import type { SetupGone } from '#shared/domain/setup-gone.ts'
import type { PageView } from '#shared/contract/view.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { AccountList } from '#shared/accounts/account-list.ts'
import type { AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import type { FixTrial } from '#shared/programs/fix/fix-offer.ts'
import type { FoundProfile, FoundPrograms } from '#shared/programs/found-program.ts'
import type { ProfilePreview, ProfileProblem, ProfileWritten } from '#shared/programs/profile-change.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { ClientCheck } from '#shared/oauth/client-check.ts'
import type { OAuthOffer, SignInEvent } from '#shared/oauth/sign-in-event.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { LookAtDomain } from '#shared/preflight/domain-look.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import type { Inert } from '#shared/text/inert.ts'
import type { KeptClients } from '#engine/accounts/kept-clients.ts'
import type { RemoveRequest } from '#engine/accounts/remove-account.ts'
import type { SaveExportRequest } from '#engine/exports/save-export.ts'
import type { ProxySwitch } from '#engine/net/proxy/proxy-switch.ts'
import type { Fixes } from '#engine/programs/fix-settings.ts'
import type { Profiles } from '#engine/programs/profiles.ts'
import type { AccountFixes } from '#engine/inspection/account-fixes.ts'
import type { ReviewRequest, ReviewTestRequest } from '#engine/inspection/account-reviews.ts'
import type { InspectRequest } from '#engine/programs/read-settings.ts'
import type { ClientCheckRequest } from '#engine/setup/check-client-at.ts'
import type { DomainToLookAt } from '#engine/setup/arrival-of-setup.ts'
import type { AuthorizeRequest } from '#engine/setup/authorize-setup.ts'
import type { ConfirmRequest } from '#engine/setup/confirm.ts'
import type { OpenedSetup, OpenRequest } from '#engine/setup/open-account.ts'
import type { SaveRequest } from '#engine/setup/save.ts'
import type { HostsToSurvey } from '#engine/setup/survey-setup.ts'
import type { ReservedTry } from '#engine/setup/reserved-tries.ts'
import type { TestRequest } from '#engine/setup/test-setup.ts'

export interface DiscoverRequest {
  readonly address: EmailAddress
  readonly accountType: AccountTypeId | null
  /** `leave-alone`: only what is known without asking. */
  readonly network: 'ask' | 'leave-alone'
}

/** One setup, for one profile of a program on this computer. */
export interface ProfileRequest {
  readonly setupId: string
  readonly profileId: string
}

/**
 * Everything that can be done with the engine. The calls of the contract and the commands of the terminal are made of
 * these, and of nothing behind them: what is decided here is decided for the window, the browser and the terminal.
 *
 * The course is the same everywhere: `discover`, then `confirm` (or `open` for a saved account), `authorize` where no
 * password is used, `test`, `save`, `close`.
 */
export interface UseCases {
  readonly describe: () => Promise<AppDescription>
  readonly chooseView: (view: PageView) => Promise<'kept' | 'left'>
  readonly openPage: (url: string) => Promise<{ readonly opened: boolean }>
  /** Opens a message without a recipient in the user's mail program. */
  readonly writeMail: (letter: Letter, language: Language) => Promise<{ readonly opened: boolean }>
  /** Prints the page that the user sees, and lets the user say where it goes. */
  readonly savePdf: () => Promise<Outcome<SavedExport, PdfRefusal>>
  /** The reports that the user opens outside of the page, as they come. */
  readonly openedFiles: (signal: AbortSignal) => AsyncIterable<OpenedFile>
  readonly proxy: ProxySwitch['describe']
  readonly chooseProxy: ProxySwitch['use']
  /** Snapshots, each better than the last. */
  readonly discover: (request: DiscoverRequest, signal: AbortSignal) => AsyncIterable<Discovery>
  readonly confirm: (request: ConfirmRequest) => Outcome<ConfirmedTicket, ConfirmProblem>
  readonly offer: (request: Pick<ConfirmRequest, 'providerId' | 'issuer'>) => OAuthOffer | null
  readonly open: (request: OpenRequest, signal: AbortSignal) => Promise<Outcome<OpenedSetup, OpenProblem>>
  readonly authorize: (request: AuthorizeRequest, signal: AbortSignal) => AsyncIterable<Inert<SignInEvent>>
  /** Notes refused passwords, and a good test of a saved account as its latest proof. */
  readonly test: (request: TestRequest, signal: AbortSignal) => AsyncIterable<TestEvent>
  readonly refusals: (setupId: string) => Promise<RefusalRecord | SetupGone>
  /** Takes a place among the tries of an account, so that several processes at once do not send one too many. */
  readonly reserveTry: (setupId: string, claim: 'if-left' | 'in-any-case') => Promise<ReservedTry | SetupGone>
  readonly save: (request: SaveRequest) => Promise<Outcome<SavedAccount, SaveProblem>>
  /** Makes a file for a mail program, and lets the user say where it goes. */
  readonly saveExport: (
    request: SaveExportRequest & { readonly setupId: string },
  ) => Promise<Outcome<SavedExport, ExportRefusal> | SetupGone>
  readonly survey: (setupId: string, signal: AbortSignal) => AsyncIterable<SurveyReport | SetupGone>
  /** Signs in by each announced mechanism of the services that were tested, and tells how far it is. */
  readonly mechanisms: (setupId: string, signal: AbortSignal) => AsyncIterable<MechanismReport | SetupGone>
  /** @param message a message the user has opened, or `null` for the one that a test has sent */
  readonly arrival: (
    setupId: string,
    message: MessageFacts | null,
    signal: AbortSignal,
  ) => AsyncIterable<ArrivalReport | SetupGone>
  readonly close: (setupId: string) => void
  /** The client ID that the user has kept for an issuer of the catalogue. */
  readonly keptClient: KeptClients['idAt']
  readonly keepClient: KeptClients['keep']
  /** Whether the issuer knows a client ID, asked without a sign-in. */
  readonly checkClient: (request: ClientCheckRequest, signal: AbortSignal) => Promise<Inert<ClientCheck>>
  readonly accounts: () => Promise<Outcome<AccountList, SaveProblem>>
  readonly remove: (request: RemoveRequest) => Promise<Outcome<ForgottenSecrets, SaveProblem>>
  readonly programs: () => Promise<FoundPrograms>
  readonly previewProfile: (
    request: ProfileRequest,
  ) => Promise<Outcome<ProfilePreview, ProfileProblem> | SetupGone>
  readonly writeProfile: (
    request: ProfileRequest & Pick<ProfilePreview, 'previewId'>,
  ) => Promise<Outcome<ProfileWritten, ProfileProblem> | SetupGone>
  readonly undoProfile: (profileId: string) => Promise<Outcome<FoundProfile, ProfileProblem>>
  /** For a technician, who hands on what was saved or given; a page has its setup instead. */
  readonly profiles: Profiles
  /**
   * The accounts that programs on this computer have, judged by what is known without asking the network. A technician
   * may name a file.
   */
  readonly inspect: (request: InspectRequest) => Promise<readonly InspectedProfile[]>
  /** What is known of one of them, and its servers made ready for a test. Nothing is sent to them. */
  readonly review: (request: ReviewRequest, signal: AbortSignal) => Promise<AccountReview>
  /** Tests a reviewed account exactly as it is set up, and judges every setting by what came of it. */
  readonly testReview: (request: ReviewTestRequest, signal: AbortSignal) => AsyncIterable<ReviewEvent>
  readonly closeReview: (reviewId: string) => void
  /** Makes a reviewed account ready to be tested with the values that are likely to work. Nothing is sent or written. */
  readonly tryFix: (
    reviewId: string,
    signal: AbortSignal,
  ) => Promise<Outcome<FixTrial, 'FIX_NOTHING'> | SetupGone>
  /** Changes a reviewed account where it stands, in a place that `inspect` has found. */
  readonly accountFixes: AccountFixes
  /** Changes what `inspect` has found, in the files of programs. For a technician, who may name one. */
  readonly fixes: Fixes
  /** For a technician, who names hosts and domains; a page has its setup instead. */
  readonly surveyHosts: (request: HostsToSurvey, signal: AbortSignal) => Promise<SurveyReport>
  /** For a list of domains, none of which is signed in to. */
  readonly lookAtDomains: (signal: AbortSignal) => LookAtDomain
  readonly arrivalOfDomain: (request: DomainToLookAt, signal: AbortSignal) => Promise<ArrivalReport>
  /** The file with the saved accounts, to name it where it is at fault. */
  readonly accountsPath: string
}

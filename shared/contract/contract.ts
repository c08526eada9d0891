import * as v from 'valibot'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import type { Capabilities } from '#shared/contract/capabilities.ts'
import * as guard from '#shared/contract/guards.ts'
import { programCalls } from '#shared/contract/program-calls.ts'
import { answers, call, stream, type ClientOf, type HandlersOf } from '#shared/contract/spec.ts'
import type { ExportRefusal, PdfRefusal, SavedExport } from '#shared/contract/saved-export.ts'
import type { OpenedFile } from '#shared/contract/opened-file.ts'
import type { SetupGone } from '#shared/domain/setup-gone.ts'
import { VIEWS, type PageView } from '#shared/contract/view.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { PracticeGuide } from '#shared/contract/practice.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { ClientCheck } from '#shared/oauth/client-check.ts'
import type { OAuthOffer, SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { OAUTH_WAYS } from '#shared/catalogue/oauth/issuer.ts'
import { ACCOUNT_TYPE_IDS } from '#shared/catalogue/account-types.ts'
import { EXPORT_FORMAT_NAMES } from '#shared/domain/program-names.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import type { ProxyDescription, ProxyProblem } from '#shared/domain/proxy.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountList } from '#shared/accounts/account-list.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import type { Policy } from '#shared/policy/policy.ts'

export interface AppDescription {
  readonly version: string
  readonly capabilities: Capabilities
  /** Present when the servers are Mailwright's own practice servers. */
  readonly practice: PracticeGuide | null
  readonly policy: PolicyDescription | null
  /** As the user has last chosen it, also before a restart. */
  readonly view: PageView
}

/** What a page may know about the organisation's rules. */
export type PolicyDescription = Pick<Policy, 'organisation' | 'support' | 'locked' | 'plainRelays'>

/** Stands for the endpoints a user has seen and agreed to; without one no password can be handed over. */
export interface SetupTicket {
  readonly setupId: string
  /** How the user may sign in there without a password, `null` where no such way is known. */
  readonly offer: OAuthOffer | null
}

export interface ConfirmedTicket extends SetupTicket {
  /**
   * `dropped`: the engine had a credential, and has forgotten it because other servers are to take it now: it has to be
   * given again. `kept`: it is for these servers.
   */
  readonly credential: 'none' | 'kept' | 'dropped'
}

export type ConfirmProblem = Extract<Code, 'ADDR_INVALID' | 'CFG_INSECURE' | 'CFG_INVALID' | 'CFG_LOCKED'>
export type SaveProblem = Extract<Code, `KEY_${string}` | `FILE_${string}` | 'STATE_NEWER' | 'CFG_CONFIRM'>
export type KeepClientProblem = Extract<Code, `FILE_${string}` | 'STATE_NEWER' | 'CFG_INVALID'>
export type OpenProblem = SaveProblem | ConfirmProblem | Extract<Code, 'ACCOUNT_GONE'>

/** A saved account, ready to be tested or changed. */
export interface OpenedAccount extends SetupTicket {
  readonly account: SavedAccount
  /** What is known about it, without asking the network. */
  readonly discovery: Discovery
  /**
   * Whether it can be tested without typing anything. `refused`: a server has refused the saved password since it
   * was saved, so it is not tried again by itself.
   */
  readonly secret: 'ready' | 'not-needed' | 'not-saved' | 'sign-in-again' | 'refused'
}

/** What has become of the passwords of an account that was forgotten. */
export type ForgottenSecrets = 'removed' | 'none' | 'left'

const accountType = v.picklist(ACCOUNT_TYPE_IDS)
const setupId = guard.identifier

/**
 * Everything a page can ask the engine. IPC, WebSocket and in-process clients are all made from this table, and so
 * are the checks of what arrives. No call returns a secret.
 */
export const contract = {
  app: {
    describe: call(guard.nothing, answers<AppDescription>()),
    /** Remembers how much the user wants to see; `left` where that could not be kept beyond this run. */
    chooseView: call(v.strictObject({ view: v.picklist(VIEWS) }), answers<'kept' | 'left'>()),
    /** Opens a page in the user's browser; only addresses from our own tables are opened. */
    open: call(v.strictObject({ url: guard.line(2_000) }), answers<{ readonly opened: boolean }>()),
    /**
     * Opens a message in the user's mail program, to be read and sent there. It has no recipient: a page chooses the
     * words alone.
     */
    writeMail: call(
      v.strictObject({
        subject: guard.line(500),
        body: v.pipe(v.string(), v.maxLength(20_000)),
        language: guard.languageCode,
      }),
      answers<{ readonly opened: boolean }>(),
    ),
    /**
     * Prints the page that is shown into a PDF, and asks the user in a dialog of the system where it goes. A page
     * chooses neither its name nor its place.
     */
    savePdf: call(guard.nothing, answers<Outcome<SavedExport, PdfRefusal>>()),
    /** The reports that the user opens with Mailwright outside of it, while the page listens. */
    opened: stream(guard.nothing, answers<OpenedFile>()),
  },
  network: {
    /** The proxy that everything goes through, `null` for none. */
    proxy: call(guard.nothing, answers<ProxyDescription | null>()),
    /**
     * Takes another one until Mailwright ends, or none. Its password goes to the engine and no further: it is kept in
     * no file and in no keychain.
     */
    chooseProxy: call(
      v.strictObject({ proxy: v.nullable(guard.proxy) }),
      answers<Outcome<ProxyDescription | null, ProxyProblem>>(),
    ),
  },
  discovery: {
    /** Snapshots, each better than the last. Nothing but the domain leaves this computer. */
    find: stream(
      v.strictObject({ address: guard.address, accountType: v.nullable(accountType) }),
      answers<Outcome<Discovery, 'ADDR_INVALID'>>(),
    ),
  },
  setup: {
    /** Records that the user has seen these hosts, ports, encryptions and names, and agreed. */
    confirm: call(
      v.strictObject({
        address: guard.address,
        providerId: v.nullable(guard.identifier),
        services: v.pipe(v.array(guard.service), v.minLength(1), v.maxLength(PROTOCOLS.length), v.readonly()),
        /**
         * The setup whose servers are confirmed anew: what it proved of unchanged ones stays, and its credential as
         * long as no host, port, encryption, user name or exception of a service that takes it has changed.
         */
        previous: v.nullable(setupId),
        /** An issuer that the domain has announced; what Mailwright knows of the provider goes before it. */
        issuer: v.nullable(guard.line(500)),
      }),
      answers<Outcome<ConfirmedTicket, ConfirmProblem>>(),
    ),
    /** How the user may sign in without a password, before any server was agreed to. No server is asked. */
    offer: call(
      v.strictObject({ providerId: v.nullable(guard.identifier), issuer: v.nullable(guard.line(500)) }),
      answers<OAuthOffer | null>(),
    ),
    /**
     * Signs in without a password: on a page in the browser, or with a code on another device. The token stays in the
     * engine and becomes the credential of this setup.
     */
    authorize: stream(
      v.strictObject({
        setupId,
        way: v.picklist(OAUTH_WAYS),
        client: v.nullable(guard.oauthClient),
        issuer: v.nullable(guard.line(500)),
        /** Of the page the browser ends on. */
        language: guard.line(35),
      }),
      answers<SignInEvent>(),
    ),
    /**
     * Tests the confirmed services side by side. A credential is kept for this setup until it is closed;
     * `null` uses the one given before for these very servers, if any, and `none` forgets it and goes as far as one can without signing in.
     */
    test: stream(
      v.strictObject({
        setupId,
        credential: v.nullable(guard.credential),
        /** For sending alone, where that takes another password; like the first, `null` is the one given before. */
        sending: v.nullable(guard.credential),
        protocols: v.nullable(
          v.pipe(v.array(v.picklist(PROTOCOLS)), v.minLength(1), v.maxLength(3), v.readonly()),
        ),
        /** What a technician wants otherwise. The servers, the certificates and the encryption stay what they are. */
        expert: v.optional(guard.expert),
      }),
      answers<TestEvent>(),
    ),
    /**
     * Tests everything again with what the engine holds, and sends a message from the account to itself, or to one
     * address the user typed. What it says is Mailwright's own: a page decides on the language and the recipient alone.
     */
    sendTest: stream(
      v.strictObject({ setupId, language: guard.languageCode, to: v.nullable(guard.address) }),
      answers<TestEvent>(),
    ),
    /** How many passwords have been refused lately at the servers of this setup, also before a restart. */
    refusals: call(v.strictObject({ setupId }), answers<RefusalRecord | SetupGone>()),
    save: call(
      v.strictObject({ setupId, secret: v.picklist(['keep', 'leave']) }),
      answers<Outcome<SavedAccount, SaveProblem>>(),
    ),
    /**
     * Makes a file for a mail program of what is proved, and asks the user in a dialog of the system where it goes. A
     * page chooses neither its content nor its place.
     */
    saveExport: call(
      v.strictObject({
        setupId,
        format: v.picklist(EXPORT_FORMAT_NAMES),
        /** Where a second file lies that this one names; it is written down and not read. */
        documentPath: v.nullable(guard.line(300)),
        language: guard.languageCode,
      }),
      answers<Outcome<SavedExport, ExportRefusal> | SetupGone>(),
    ),
    /**
     * Every usual mail port of the confirmed hosts, without signing in. Hosts come from the setup and from nowhere
     * else: a page cannot make this computer connect to other ones.
     */
    survey: stream(v.strictObject({ setupId }), answers<SurveyReport | SetupGone>()),
    /**
     * Signs in by each mechanism that the tested services announce, with the credential of the setup. The page asks the
     * user first, because a server may count each of them; the first refused password ends it.
     */
    mechanisms: stream(v.strictObject({ setupId }), answers<MechanismReport | SetupGone>()),
    /**
     * Whether others will believe mail of this setup, by what its domain publishes. The domain and the host come from
     * the setup, and there is no sign-in. `message`: what the page read in the headers of a message that arrived.
     */
    arrival: stream(
      v.strictObject({ setupId, message: v.nullable(guard.messageFacts) }),
      answers<ArrivalReport | SetupGone>(),
    ),
    /** Forgets the setup and its credential. One that is gone is forgotten already. */
    close: call(v.strictObject({ setupId }), answers<null>()),
  },
  /** The client ID under which an organisation has registered Mailwright with an issuer of the catalogue. No secret. */
  clients: {
    kept: call(v.strictObject({ issuerId: guard.identifier }), answers<string | null>()),
    /** Keeps it for the next time on this computer; `null` forgets it. One of another form is refused. */
    keep: call(
      v.strictObject({ issuerId: guard.identifier, id: v.nullable(guard.oauthClient.entries.id) }),
      answers<Outcome<null, KeepClientProblem>>(),
    ),
    /** Asks the issuer whether it knows it, without a sign-in. Only an issuer of the catalogue is asked. */
    check: call(
      v.strictObject({ issuerId: guard.identifier, client: guard.oauthClient }),
      answers<ClientCheck>(),
    ),
  },
  accounts: {
    list: call(guard.nothing, answers<Outcome<AccountList, SaveProblem>>()),
    /**
     * Opens a setup from a saved account. Its servers count as confirmed: the user confirmed them when saving, and
     * they come from the file, not from the page. The password goes from the keychain into the setup and no further.
     * With `leave` the keychain is not asked, and the user has to type the password.
     */
    open: call(
      v.strictObject({ address: guard.address, secret: v.picklist(['use', 'leave']) }),
      answers<Outcome<OpenedAccount, OpenProblem>>(),
    ),
    /** Removes the account and every password of it; with `leave` those stay where they are, and that is said. */
    remove: call(
      v.strictObject({ address: guard.address, secrets: v.picklist(['remove', 'leave']) }),
      answers<Outcome<ForgottenSecrets, SaveProblem>>(),
    ),
  },
  programs: programCalls,
} as const

export type EngineContract = typeof contract
export type EngineClient = ClientOf<EngineContract>
export type EngineHandlers = HandlersOf<EngineContract>

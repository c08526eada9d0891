import type { Fault } from '#shared/domain/fault.ts'
import type { StageFacts } from '#shared/domain/stage.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import type { MechanismChoice } from '#shared/domain/mechanism.ts'
import type { OnWay } from '#engine/sasl/ways.ts'
import type { Credential } from '#engine/secret.ts'

/** What a server announces. Mechanism names are upper case. */
export interface ServerCapabilities {
  readonly names: readonly string[]
  readonly mechanisms: readonly string[]
}

export interface SignInExchange {
  readonly userName: string
  readonly credential: Credential
  readonly mechanisms: MechanismChoice
}

/**
 * One protocol spoken over one line. The probe decides what is said when; a dialogue knows how. A new line, encrypted
 * after STARTTLS for one, gets a new dialogue, so nothing that was learned in the clear survives.
 */
export type Dialogue = Submission | Retrieval

/** What is said alike whether mail is handed in or fetched. */
interface Session {
  /** Reads the greeting; the words are for show only. */
  greet(): Promise<Outcome<{ readonly words: string }, Fault>>
  /** Whether the protocol wants its capabilities asked for before an upgrade (SMTP: EHLO comes first). */
  readonly asksBeforeUpgrade: boolean
  capabilities(): Promise<Outcome<ServerCapabilities, Fault>>
  /** Whether the server did not know the question for its capabilities; some end the connection at it. */
  isTooOldToBeAsked(capabilities: ServerCapabilities): boolean
  /** Asks for the upgrade and stops right after the go-ahead. */
  startTls(): Promise<Outcome<null, Fault>>
  /** Signs in by the best announced mechanism that leads to a verdict on the secret; that is shown to no other then. */
  signIn(
    signIn: SignInExchange,
    capabilities: ServerCapabilities,
    onWay: OnWay,
  ): Promise<Outcome<null, Fault>>
  /** Says goodbye without waiting for an answer. */
  quit(): void
}

/** Mail is handed in: SMTP. */
export interface Submission extends Session {
  readonly kind: 'submission'
  submit(message: TestMessage): Promise<Outcome<null, Fault>>
  /** Asks whether mail from this address to itself would be taken, without any. */
  rcptDryRun(address: string): Promise<Outcome<null, Fault>>
}

/** Mail is fetched: IMAP and POP3. */
export interface Retrieval extends Session {
  readonly kind: 'retrieval'
  /** Opens the mailbox and counts. */
  openMailbox(): Promise<Outcome<StageFacts['mailbox'], Fault>>
  /** How arriving mail is seen. */
  readonly inbox: Inbox
}

/** A message that is there, and its headers, where the server gave them. */
export interface FoundMessage {
  readonly head: string | null
}

export interface Inbox {
  /** A message with this word in its subject, or `null` where none is there. */
  find(word: string): Promise<Outcome<FoundMessage | null, Fault>>
  /** POP3 shows what was there at the sign-in until the session ends (RFC 1939 section 5). */
  readonly noticesNewMail: boolean
}

/** How this side names itself, where a technician wants another name than the usual one. */
export interface OwnName {
  readonly ehloName?: string | undefined
}

export type CreateDialogue<D extends Dialogue = Dialogue> = (line: LineSocket, own?: OwnName) => D

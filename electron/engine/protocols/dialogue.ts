import type { Fault } from '#shared/domain/fault.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { StageFacts } from '#shared/domain/stage.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { TestMessage } from '#engine/round-trip/test-message.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import type { Credential } from '#engine/secret.ts'

/** What a server announces. Mechanism names are upper case. */
export interface ServerCapabilities {
  readonly names: readonly string[]
  readonly mechanisms: readonly string[]
}

export interface SignIn {
  readonly userName: string
  readonly credential: Credential
}

/**
 * One protocol spoken over one line. The probe decides what is said when; a dialogue knows how. A new line, sealed
 * after STARTTLS for one, gets a new dialogue, so nothing that was learned in the clear survives.
 */
export interface Dialogue {
  /** Reads the greeting; the words are for show only. */
  greet(): Promise<Outcome<{ readonly words: string }, Fault>>
  /** Whether the protocol wants its capabilities asked for before an upgrade (SMTP: EHLO comes first). */
  readonly asksBeforeUpgrade: boolean
  capabilities(): Promise<Outcome<ServerCapabilities, Fault>>
  /** Asks for the upgrade and stops right after the go-ahead. */
  startTls(): Promise<Outcome<null, Fault>>
  /** Shows the secret once, by the best announced mechanism that the server does not refuse for being what it is. */
  signIn(
    signIn: SignIn,
    capabilities: ServerCapabilities,
    onMethod: (method: AuthMethod) => void,
  ): Promise<Outcome<null, Fault>>
  /** Opens the mailbox and counts; `null` where the protocol has none. */
  openMailbox: (() => Promise<Outcome<StageFacts['mailbox'], Fault>>) | null
  /** Hands a message in; `null` where the protocol only receives. */
  submit: ((message: TestMessage) => Promise<Outcome<null, Fault>>) | null
  /** Asks whether mail from this address to itself would be taken, without any; `null` where the protocol only receives. */
  wouldTake: ((address: string) => Promise<Outcome<null, Fault>>) | null
  /** How arriving mail is seen; `null` where the protocol only sends. */
  readonly inbox: Inbox | null
  /** Says goodbye without waiting for an answer. */
  quit(): void
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

export type CreateDialogue = (line: LineSocket) => Dialogue

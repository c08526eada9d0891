import type { Socket } from 'node:net'
import type { OpenedFile } from '#shared/contract/opened-file.ts'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import type { IpAddress } from '#shared/domain/stage.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Outcome } from '#shared/outcome.ts'

/** A failed look-up: no host has the name, or no server could say. */
export type ResolverFault = Extract<
  Fault,
  { kind: 'name-not-found' | 'resolver-failed' | 'offline' | 'cancelled' }
>

export interface ServiceTarget {
  /** Empty where the service is declared absent (RFC 2782: the target is the root). */
  readonly host: string
  readonly port: number
  readonly priority: number
}

export interface MailRoute {
  /** Empty for a null MX (RFC 7505). */
  readonly host: string
  readonly preference: number
}

/** Name look-up. Never more than the name itself is sent, and only to the resolver in use. */
export interface Resolver {
  /** Both address families, in the order in which they should be tried. */
  addresses(host: string, signal: AbortSignal): Promise<Outcome<readonly IpAddress[], ResolverFault>>
  /** The servers of a service, the preferred first (RFC 2782), one that is declared absent included. */
  services(name: string, signal: AbortSignal): Promise<Outcome<readonly ServiceTarget[], ResolverFault>>
  /** The texts of a name's TXT records, each joined from its parts. */
  texts(name: string, signal: AbortSignal): Promise<Outcome<readonly string[], ResolverFault>>
  /** The hosts that answer for a zone (NS). */
  nameServers(zone: string, signal: AbortSignal): Promise<Outcome<readonly string[], ResolverFault>>
  /** MX host names, most preferred first; a null MX (RFC 7505) yields an empty list. */
  mailExchangers(domain: string, signal: AbortSignal): Promise<Outcome<readonly string[], ResolverFault>>
  /** The MX records as they stand, most preferred first, a null MX included. */
  mailRoutes(domain: string, signal: AbortSignal): Promise<Outcome<readonly MailRoute[], ResolverFault>>
  /** Where a name is only a pointer to (CNAME). */
  aliases(name: string, signal: AbortSignal): Promise<Outcome<readonly string[], ResolverFault>>
  /** The names an address says it has (PTR). */
  pointers(address: string, signal: AbortSignal): Promise<Outcome<readonly string[], ResolverFault>>
  /** The certificate usages of the TLSA records of a name (RFC 6698 section 2.1.1). */
  pinnedUsages(name: string, signal: AbortSignal): Promise<Outcome<readonly number[], ResolverFault>>
}

export interface DialTarget extends IpAddress {
  /** The name the address was found for. */
  readonly host: string
  readonly port: number
}

export type DialFault = Extract<
  Fault,
  { kind: 'refused' | 'unreachable' | 'disconnected' | 'offline' | 'cancelled' }
>

/** Opens one TCP connection to one address. There is no deadline here: the signal carries it. */
export interface Dialer {
  connect(target: DialTarget, signal: AbortSignal): Promise<Outcome<Socket, DialFault>>
}

export type SecretProblem = Extract<
  Code,
  'KEY_LOCKED' | 'KEY_ABSENT' | 'KEY_DENIED' | 'KEY_TIMEOUT' | 'KEY_MISMATCH' | 'KEY_TOO_LONG'
>

/** A keychain. Calls may wait for a person at an unlock prompt; every one of them ends by itself. */
export interface SecretStore {
  readonly id: SecretStoreId
  /** Whether something can be kept here now. Nothing is written to find out. */
  probe(): Promise<Outcome<null, SecretProblem>>
  /**
   * Writes and reads back: an `ok` means that the store returned the very same secret. After `KEY_TIMEOUT` what was
   * there before stays, or comes back as soon as the store does what it was told.
   */
  save(account: string, secret: string): Promise<Outcome<null, SecretProblem>>
  read(account: string): Promise<Outcome<string | null, SecretProblem>>
  /** Removing what is not there succeeds. */
  remove(account: string): Promise<Outcome<null, SecretProblem>>
  /** What is to be there in the end, `null` for nothing: to put something back, however late the store answers. */
  settle(account: string, secret: string | null): Promise<Outcome<null, SecretProblem>>
}

export interface FetchedDocument {
  /** Who answered in the end, after redirects. */
  readonly host: string
  readonly body: Buffer
}

/**
 * Fetches a small public document over https, following a few redirects. No credential of any kind is ever sent.
 * A name that does not prove itself, a redirect to http and a body that is too big are failures.
 */
export type HttpFetch = (url: string, signal: AbortSignal) => Promise<Outcome<FetchedDocument, LookUpFault>>

/** Opens an https address in the user's browser; `false` when nothing could be opened. */
export type OpenUrl = (url: string) => Promise<boolean>

/**
 * Asks the user where a file is to go, in a dialog of the system; `null` when it was cancelled.
 * @param name what it is called unless the user says otherwise
 */
export type ChoosePlace = (name: string) => Promise<string | null>

/** The page that the user sees, as a PDF; `null` when it could not be made. */
export type PrintPage = () => Promise<Uint8Array | null>

/** The files that the user opens with Mailwright in another program, until the signal ends it. */
export type FollowOpenedFiles = (signal: AbortSignal) => AsyncIterable<OpenedFile>

export interface Clock {
  /** Milliseconds on a monotonic clock. */
  now(): number
  /** Wall time, for certificates and for what providers accept on a day. */
  date(): Date
}

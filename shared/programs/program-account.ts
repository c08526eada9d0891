import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { SECURITIES, type Protocol } from '#shared/domain/protocol.ts'
import { isVisibleLine } from '#shared/exporters/quoting.ts'

/** How a program encrypts. `if-offered`: it goes on in clear where the server offers no STARTTLS. */
export const PROGRAM_ENCRYPTIONS = [...SECURITIES, 'if-offered'] as const

export type ProgramEncryption = (typeof PROGRAM_ENCRYPTIONS)[number]

/**
 * How a program signs in. `challenge`: by a mechanism that does not show the password ("encrypted password", CRAM-MD5,
 * APOP). `spa`: NTLM. `any`: what the server offers. `none`: not at all.
 */
export const PROGRAM_METHODS = [
  'password',
  'challenge',
  'spa',
  'kerberos',
  'certificate',
  'oauth',
  'any',
  'none',
] as const

export type ProgramMethod = (typeof PROGRAM_METHODS)[number]

/** One server as a program has it: nothing is mended, and there is never a password. */
export interface ProgramService {
  readonly protocol: Protocol
  /** As it stands there; it may be no host at all. */
  readonly host: string
  /** The one that the program takes where none is set. 0 where what is set is no port. */
  readonly port: number
  readonly encryption: ProgramEncryption
  /** `null` where the program has none: it asks, or takes the one of the computer. */
  readonly userName: string | null
  readonly method: ProgramMethod
  /** The one mechanism that the program was told, as servers announce it; missing where it chooses. */
  readonly mechanism?: string
  /** `unchecked`: the program was told to take any. */
  readonly certificate: 'checked' | 'unchecked'
}

/** What a program is for: one that only fetches, or only sends, lacks nothing where the other is not set. */
export type ProgramRole = 'fetches-and-sends' | 'one-way'

export interface ProgramAccount {
  /** What the program calls it. */
  readonly name: string
  /** What stands in From, without the name; `null` where the program does not say it. */
  readonly address: string | null
  readonly services: readonly ProgramService[]
}

/**
 * What was seen and not read. `include`: another file; `command`: the answer of a program; `variable`: a value that is
 * put together; `damaged`: an account that cannot be understood, or shown; `beyond-bounds`: more accounts than are read.
 */
export type ReadNote = 'include' | 'command' | 'variable' | 'damaged' | 'beyond-bounds'

export interface ReadAccounts {
  readonly accounts: readonly ProgramAccount[]
  /** Each once. */
  readonly notes: readonly ReadNote[]
}

/** `too-big`: far more than such a file has. `damaged`: it has no end, or is no file of this program. */
export type SettingsProblem = 'too-big' | 'damaged'

/** A file of a program, decoded. */
export interface SettingsFile {
  readonly name: string
  readonly text: string
}

/** Of the longest files of people with many accounts, several times over. */
export const MOST_CHARACTERS = 8 * 1_048_576
export const MOST_ACCOUNTS = 100

/** The port that programs take for this encryption where none is set (RFC 8314, RFC 6409). */
export function defaultPort(protocol: Protocol, encryption: ProgramEncryption): number {
  const ports = { smtp: [465, 587], imap: [993, 143], pop3: [995, 110] } as const
  return ports[protocol][encryption === 'tls' ? 0 : 1]
}

/** A port as it stands in a file; the default where nothing stands there, and 0 where it is none. */
export function portFrom(text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === '') return otherwise
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return port <= 65_535 ? port : 0
}

/** The bare address in `Anna <anna@example.org>`, `null` where there is none. */
export function addressIn(text: string | undefined): string | null {
  if (text === undefined) return null
  const bare = (/<([^<>]*)>\s*$/.exec(text.slice(0, 1_000))?.[1] ?? text).trim()
  return parseEmailAddress(bare).ok ? bare : null
}

/**
 * What was read, within bounds.
 *
 * SECURITY: a value with characters that cannot be seen would be another one on the screen than in the file; its account is left out.
 */
export function readAccounts(
  found: readonly ProgramAccount[],
  notes: readonly ReadNote[] = [],
): ReadAccounts {
  const withServers = found.filter(({ services }) => services.length > 0)
  const shown = withServers.filter(isShown)
  return {
    accounts: shown.slice(0, MOST_ACCOUNTS),
    notes: [
      ...new Set<ReadNote>([
        ...notes,
        ...(shown.length < withServers.length ? ['damaged' as const] : []),
        ...(shown.length > MOST_ACCOUNTS ? ['beyond-bounds' as const] : []),
      ]),
    ],
  }
}

const MOST_IN_A_VALUE = 1_000

function isShown({ name, address, services }: ProgramAccount): boolean {
  return [name, address ?? '', ...services.flatMap(({ host, userName }) => [host, userName ?? ''])].every(
    (value) => value.length <= MOST_IN_A_VALUE && isVisibleLine(value),
  )
}

/** The mail programs that are looked for on this computer. Stable: the terminal prints them. */
export const MAIL_PROGRAMS = [
  'thunderbird',
  'betterbird',
  'outlook-classic',
  'outlook-new',
  'apple-mail',
  'outlook-mac',
  'evolution',
  'kmail',
  'claws-mail',
  'geary',
] as const

export type MailProgram = (typeof MAIL_PROGRAMS)[number]

/**
 * Whether a program is using a profile. `unsure`: nothing says that it is open, and nothing says for certain that it is
 * closed, on a network drive for one; nothing is written then.
 */
export type ProfileState = 'open' | 'closed' | 'unsure'

/** A folder in which a program keeps accounts, and into which an account can be written. */
export interface FoundProfile {
  /** Stands for the folder in every call: a page names no path. */
  readonly id: string
  readonly name: string
  readonly path: string
  readonly state: ProfileState
  /** Whether the program opens it when it is started without being told another one. */
  readonly isDefault: boolean
}

export interface FoundProgram {
  readonly id: MailProgram
  /** Under its own name. */
  readonly name: string
  /** `null` where no file tells it. */
  readonly version: string | null
  /** Of a program whose settings can be written; empty for every other, and for one that was never started. */
  readonly profiles: readonly FoundProfile[]
}

/** What opens when the user clicks an address on a page. */
export interface MailtoHandler {
  /** One of those that were looked for, or `null`. */
  readonly program: MailProgram | null
  /** As the system calls it, `org.gnome.Geary.desktop`. */
  readonly name: string
}

export interface FoundPrograms {
  /** Those that people are likelier to mean first. */
  readonly programs: readonly FoundProgram[]
  /** `null` where the system has none, or does not tell. */
  readonly mailto: MailtoHandler | null
}

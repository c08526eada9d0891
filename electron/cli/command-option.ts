import type { TextKey } from '#shared/i18n/languages.ts'

/** One option of the command line, for the parser, the help, the manual page and the shells that complete it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for its value in help, the same in every language; `FILE` is completed with names of files. */
  readonly value?: string
  /** The values it takes, where they are few and known before. */
  readonly choices?: readonly string[]
  /** What it does: half a sentence, small letters, no full stop. */
  readonly text: TextKey
}

export type CommandOptions = Readonly<Record<string, CommandOption>>

/** An option that stands alone. */
export function flag(text: TextKey): CommandOption {
  return { type: 'boolean', text }
}

/** An option with a value. */
export function valued(value: string, text: TextKey, choices: readonly string[] = []): CommandOption {
  return { type: 'string', value, choices, text }
}

/** The servers of an account, as several commands take them. */
export const SERVER_OPTIONS = {
  imap: valued('H:P:SEC', 'cli.option.imap'),
  pop3: valued('H:P:SEC', 'cli.option.pop3'),
  smtp: valued('H:P:SEC', 'cli.option.smtp'),
  'smtp-no-login': flag('cli.option.smtp-no-login'),
  user: valued('NAME', 'cli.option.user'),
} as const

/** The proved setup that a program gets: a saved account, or servers. */
export const SETUP_OPTIONS = {
  saved: flag('cli.option.saved-setup'),
  ...SERVER_OPTIONS,
  oauth: flag('cli.option.oauth'),
} as const

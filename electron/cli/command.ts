import type { TextKey } from '#shared/i18n/languages.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { CommandOptions } from '#cli/command-option.ts'
import type { CommonSettings } from '#cli/common-options.ts'
import type { ExitStatus } from '#cli/exit-status.ts'
import type { Terminal } from '#cli/terminal.ts'

/** What a command gets: its own options and words, and everything common already read. */
export interface Invocation extends CommonSettings {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  readonly terminal: Terminal
  readonly translator: Translator
}

/** A command line that works as it stands, and what it is for. */
export interface Example {
  readonly line: string
  readonly text: TextKey
}

/** One command. A new one is a file in `commands/` and a line in the registry. */
export interface Command {
  readonly name: string
  /** The synopsis: names and options, the same in every language. */
  readonly usage: string
  readonly summary: TextKey
  readonly options: CommandOptions
  readonly examples: readonly Example[]
  readonly run: (invocation: Invocation) => Promise<ExitStatus>
}

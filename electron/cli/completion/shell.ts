import type { Translate } from '#shared/i18n/translator.ts'
import type { Command } from '#cli/command.ts'

/** A shell that can be told what a command takes. */
export interface Shell {
  readonly name: string
  /** Where the user's own completions lie. */
  readonly where: string
  readonly script: (commands: readonly Command[], t: Translate) => string
}

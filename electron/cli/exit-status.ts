import type { TextKey } from '#shared/i18n/languages.ts'
import type { Fillings, UntranslatedText } from '#shared/i18n/untranslated-text.ts'

/** What a command tells the script that called it. */
export const EXIT = {
  proved: 0,
  problem: 1,
  usage: 2,
  broken: 3,
} as const

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** An end that is explained in one line, without a stack. What throws it needs no language: `run.ts` translates it. */
abstract class ExplainedError extends Error {
  readonly text: UntranslatedText

  constructor(key: TextKey, values: Fillings = {}, code?: UntranslatedText['code']) {
    // SECURITY: should it end up elsewhere, it shows its key, and nothing that was typed.
    super(key)
    this.text = code === undefined ? { key, values } : { key, values, code }
  }
}

/** Wrong usage or input. */
export class UsageError extends ExplainedError {
  override readonly name = 'UsageError'
}

/** Mailwright cannot do its work here, whatever it is asked. */
export class BrokenError extends ExplainedError {
  override readonly name = 'BrokenError'
}

/** The user stopped at a question; it ends as a check does that is interrupted. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

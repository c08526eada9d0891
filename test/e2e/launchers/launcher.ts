import type { Page } from 'playwright/test'
import type { Command } from '../../support/real/keyring-session.ts'

export interface LaunchOptions {
  /** Words after `serve` or after the name of the program. */
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Runs the program inside something else, a keyring session for one. */
  readonly wrap?: (command: Command) => Command
  /** Runs in the page before anything of ours does; the browser host only. */
  readonly inPage?: () => void
}

/** The running application, whatever carries it. */
export interface RunningApp {
  readonly page: Page
  /** What the program has printed: it must never hold a secret. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

import { writeSync } from 'node:fs'
import { errorCode } from '#engine/error-code.ts'

/**
 * What may be said of an error that was not expected: its kind, and the code by which Node or the system knows it.
 * SECURITY: never its message, and no stack, which begins with the message. A library quotes in it what it was given,
 * and that may be a password.
 */
export function nameUnexpected(error: unknown): string {
  return `internal error (${kindOf(error)}) [INTERNAL]`
}

/** The kind alone, for a sentence that says the rest. */
export function kindOf(error: unknown): string {
  // Both are properties that anything may have been written to; what does not look like one is left out.
  const name = error instanceof Error && /^[A-Za-z]{0,40}Error$/.test(error.name) ? error.name : 'unknown'
  const code = errorCode(error)
  return /^E[A-Z0-9_]{1,60}$/.test(code) ? `${name}, ${code}` : name
}

/**
 * Says of an error that nothing has caught what may be said of it, and ends the process. Node would print its message,
 * its stack and every property of it. To be called before anything else happens.
 * @param prefix what the line begins with
 * @param end ends the process, if possible at once
 */
export function reportCrashes(prefix: string, end: (status: number) => void): void {
  const report = (error: unknown) => {
    try {
      // At once: what is only on its way to standard error would end with the process.
      writeSync(STANDARD_ERROR, `${prefix}: ${nameUnexpected(error)}\n`)
    } catch {
      // There is no reader any more.
    }
    end(STATUS)
  }
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}

const STANDARD_ERROR = 2
/** Mailwright itself could not run. */
const STATUS = 3

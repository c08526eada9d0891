import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Translate } from '#shared/i18n/translator.ts'
import { errorCode } from '#engine/error-code.ts'
import { EXIT } from '#cli/exit-status.ts'

const STANDARD_ERROR = 2

/**
 * Ends the process when what it says cannot be written: the disk is full, or the reader of a pipe is gone. No later
 * line could be written either, and a script must not take half a result for a whole one.
 */
export function endOnBrokenOutput(results: Writable, progress: Writable, t: Translate): void {
  results.on('error', (error) => {
    try {
      writeSync(STANDARD_ERROR, `mailwright: ${t('cli.standard-output', { code: errorCode(error) })}\n`)
    } catch {
      // Nor can standard error.
    }
    process.exit(EXIT.broken)
  })
  progress.on('error', () => process.exit(EXIT.broken))
}

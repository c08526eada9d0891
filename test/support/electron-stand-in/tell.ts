import type { FromMain } from './wire.ts'

/** Tells the test what the main process does. */
export function tell(message: FromMain): void {
  process.send?.(message)
}

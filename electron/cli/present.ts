import { isSetupGone, type SetupGone } from '#shared/domain/setup-gone.ts'

/** A setup of the terminal is there until its command has ended; one that is gone is a bug. */
export function present<T extends object>(answer: T | SetupGone): T {
  if (isSetupGone(answer)) throw new Error('the setup is gone')
  return answer
}

/** What a command tells the script that called it. */
export const EXIT = {
  proved: 0,
  problem: 1,
  usage: 2,
  broken: 3,
} as const

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** Wrong usage or input: said in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The user stopped at a question; it ends as a check does that is interrupted. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

/** Mailwright cannot do its work here, whatever it is asked. */
export class BrokenError extends Error {
  override readonly name = 'BrokenError'
}

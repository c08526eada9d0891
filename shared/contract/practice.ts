/** What can go wrong on purpose. */
export const PRACTICE_FAULTS = [
  'none',
  'wrong-password',
  'blocked-port',
  'expired-certificate',
  'missing-starttls',
  'app-password',
] as const

export type PracticeFault = (typeof PRACTICE_FAULTS)[number]

/** A mailbox of the practice provider. Its passwords are no secret: they open nothing but a toy. */
export interface PracticeMailbox {
  readonly fault: PracticeFault
  readonly address: string
  /** What to type, in this order; the last one is right. */
  readonly passwords: readonly string[]
}

export interface PracticeGuide {
  readonly mailboxes: readonly PracticeMailbox[]
}

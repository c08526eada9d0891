/** A promise about speed or size, and what was measured. */
export interface Bar {
  readonly name: string
  readonly value: number
  /** The most that is allowed. */
  readonly limit: number
  readonly unit: Unit
}

export type Unit = 'times' | 'ms' | 'open' | 'failed' | 'left' | 'MiB' | 'kB'

/** What the protocols' dialogues may take, measured against the reference on the same server. */
export const MOST_TIMES = { smtp: 1.1, imap: 1.15, pop3: 1.15, together: 1.15 } as const
/** What our own work may add where the line takes no time. */
export const MOST_OVERHEAD_MS = 60
/** Ratios mean something where the line is what takes the time. */
export const RATIO_FROM_MS = 100

export function isMet({ value, limit }: Bar): boolean {
  return value <= limit
}

export function formatAmount(value: number, unit: Unit): string {
  switch (unit) {
    case 'times':
      return `${value.toFixed(3)} x`
    case 'ms':
      return `${Math.round(value)} ms`
    case 'kB':
      return `${value.toFixed(1)} kB`
    case 'MiB':
      return `${value.toFixed(2)} MiB`
    case 'open':
    case 'left':
    case 'failed':
      return `${value} ${unit}`
    default:
      return unit satisfies never
  }
}

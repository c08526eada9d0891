import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'

/** A file that holds a collected text, and every code that a reader would call right. */
export type CollectedCase = readonly [
  file: string,
  codes: readonly [Code, ...Code[]],
  more?: {
    readonly turn?: Turn
    readonly lasts?: 'passes' | 'stays'
    readonly recipient?: string
    readonly remoteServer?: string | null
  },
]

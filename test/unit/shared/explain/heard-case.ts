import type { Code } from '#shared/finding/codes.ts'

/** A text in its public form, with made-up names, and every code that a reader would call right. */
export type HeardCase = readonly [text: string, codes: readonly [Code, ...Code[]]]

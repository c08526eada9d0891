import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'

/** A pasted text and what has to come of it. */
export type ExplainCase = readonly [text: string, code: Code, turn: Turn, temporary: 'passes' | 'stays']

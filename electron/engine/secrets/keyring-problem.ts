import type { SecretProblem } from '#engine/environment.ts'

const PATTERNS: readonly (readonly [RegExp, SecretProblem])[] = [
  [/locked|prompt was dismissed/i, 'KEY_LOCKED'],
  [/denied|user canceled|not permitted|interaction is not allowed/i, 'KEY_DENIED'],
  [/too long|longer than/i, 'KEY_TOO_LONG'],
]

/** The library gives every error the same code, so they are told apart by their words. Unknown ones mean "absent". */
export function keyringProblem(error: unknown): SecretProblem {
  const message = error instanceof Error ? error.message : String(error)
  return PATTERNS.find(([pattern]) => pattern.test(message))?.[1] ?? 'KEY_ABSENT'
}

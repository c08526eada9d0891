import type { DialectCode } from '#shared/diagnosis/dialects/counsel.ts'
import { APPLE } from '#shared/diagnosis/dialects/apple.ts'
import { BLOCK_LISTS } from '#shared/diagnosis/dialects/block-lists.ts'
import { fits, type DialectLine } from '#shared/diagnosis/dialects/dialect.ts'
import { GATEWAYS } from '#shared/diagnosis/dialects/gateways.ts'
import { GERMAN } from '#shared/diagnosis/dialects/german.ts'
import { GOOGLE } from '#shared/diagnosis/dialects/google.ts'
import { MICROSOFT } from '#shared/diagnosis/dialects/microsoft.ts'
import { STANDARD } from '#shared/diagnosis/dialects/standard.ts'
import { SERVER_WORDS } from '#shared/diagnosis/dialects/words.ts'
import { YAHOO } from '#shared/diagnosis/dialects/yahoo.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

/** The particular before the general: marks of one provider, then words everybody uses, then bare numbers. */
const LINES: readonly DialectLine<DialectCode>[] = [
  ...MICROSOFT,
  ...GOOGLE,
  ...YAHOO,
  ...APPLE,
  ...GATEWAYS,
  ...GERMAN,
  ...BLOCK_LISTS,
  ...SERVER_WORDS,
  ...STANDARD,
]

/**
 * What a refusal means in the dialect of whoever gave it, `null` when no line knows it.
 * @param occasion what was being done: a sentence about recipients says nothing while signing in
 */
export function meaningOf(reply: ServerReply, occasion: 'sending' | 'signing-in'): DialectCode | null {
  const line = LINES.find(
    (candidate) => (occasion === 'sending' || isAboutSigningIn(candidate)) && fits(candidate, reply),
  )
  return line?.means ?? null
}

function isAboutSigningIn({ means, response }: DialectLine): boolean {
  return means.startsWith('AUTH_') || response !== undefined
}

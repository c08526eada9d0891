import type { ServerReply } from '#shared/domain/server-reply.ts'

const WORDS =
  /authenticat(ion|e) (is )?(required|first)|not authenticated|not logged in|must (authenticate|log ?in|sign ?in)/i

/** Exchange: a recipient that takes mail from its own organisation alone. No sign-in of ours changes that. */
const INSIDERS_ONLY = /^5\.7\.13[346]$/

/**
 * The server does nothing before a sign-in: 530 (RFC 4954 section 6), 503 where AUTH was expected first, or a final no
 * whose words say so (`553 5.7.1 Sender address rejected: not logged in` at Postfix).
 */
export function asksForSignIn({ code, enhanced, text }: ServerReply): boolean {
  if (code === 530 || code === 503) return true
  return code !== null && code >= 550 && !INSIDERS_ONLY.test(enhanced ?? '') && WORDS.test(text)
}

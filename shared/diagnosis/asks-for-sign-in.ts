import type { ServerReply } from '#shared/domain/server-reply.ts'

const WORDS =
  /authenticat(ion|e) (is )?(required|first)|not authenticated|not logged in|must (authenticate|log ?in|sign ?in)/i

/**
 * The server does nothing before a sign-in: 530 (RFC 4954 section 6), 503 where AUTH was expected first, or a final no
 * whose words say so (`553 5.7.1 Sender address rejected: not logged in` at Postfix).
 */
export function asksForSignIn({ code, text }: ServerReply): boolean {
  return code === 530 || code === 503 || (code !== null && code >= 550 && WORDS.test(text))
}

import { microsoftCause } from '#shared/diagnosis/microsoft-cause.ts'
import { faultIn, loginRejectionIn, type Situation } from '#shared/diagnosis/situation.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

/** The server may say something else in a minute (RFC 5321 4yz, RFC 5530 UNAVAILABLE and INUSE, RFC 3206 SYS/TEMP). */
export function isTemporary(reply: ServerReply): boolean {
  if (reply.code !== null) return reply.code >= 400 && reply.code < 500
  if (reply.status === 'BYE') return true
  return ['UNAVAILABLE', 'INUSE', 'IN-USE', 'SYS/TEMP', 'LOGIN-DELAY'].includes(reply.responseCode ?? '')
}

/** Too many attempts or connections: trying again at once makes it worse (RFC 5530 LIMIT). */
export function isLimit(reply: ServerReply): boolean {
  return reply.responseCode === 'LIMIT' || /too many/i.test(reply.text)
}

/** 504 5.7.4 says so by its code; Postfix uses 535 and Dovecot `[AUTH]`, as for a wrong password, and says it in words. */
export function refusesMechanism(reply: ServerReply): boolean {
  return (
    reply.code === 504 ||
    /(invalid|unsupported|unrecognized) authentication (mechanism|type)/i.test(reply.text)
  )
}

/**
 * The server has looked at user name and password and does not accept them. A second attempt with the same password
 * would only bring the account closer to a lock-out, so nobody may make one.
 */
export function isDefiniteRejection(reply: ServerReply): boolean {
  if (refusesMechanism(reply)) return false
  if (microsoftCause(reply) === 'credentials') return true
  if (reply.code !== null)
    return reply.code === 535 && !['5.7.139', '5.7.1', '5.7.9'].includes(reply.enhanced ?? '')
  if (reply.status === 'NO')
    return reply.responseCode === 'AUTHENTICATIONFAILED' || reply.responseCode === null
  return reply.status === '-ERR' && (reply.responseCode === 'AUTH' || reply.responseCode === null)
}

/**
 * The password is known to be refused: by this server's own answer, or a moment ago by a sister service that was
 * shown the same name and password.
 */
export function isPasswordRefused(situation: Situation): boolean {
  const reply = loginRejectionIn(situation)
  return faultIn(situation, 'refused-elsewhere') !== null || (reply !== null && isDefiniteRejection(reply))
}

/** Words of providers that want a separately generated password (Google, Yahoo, Apple, GMX). */
export function asksForAppPassword(reply: ServerReply): boolean {
  return (
    reply.enhanced === '5.7.9' ||
    reply.responseCode === 'WEBALERT' ||
    /app(lication)?[- ]?specific password|app password|application password/i.test(reply.text)
  )
}

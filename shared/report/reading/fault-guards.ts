import * as v from 'valibot'
import type { CertificateProblem } from '#shared/domain/certificate.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerReply, SmtpCommand } from '#shared/domain/server-reply.ts'
import { count, listOf, name, oneOf, shapeBy, words, type GuardOf } from '#shared/report/reading/values.ts'

const CERTIFICATE_PROBLEMS = oneOf<CertificateProblem>({
  'name-mismatch': true,
  expired: true,
  'not-yet-valid': true,
  'self-signed': true,
  'unknown-issuer': true,
  revoked: true,
  'weak-key': true,
  unusable: true,
})

const command = oneOf<SmtpCommand>({ AUTH: true, MAIL: true, RCPT: true, DATA: true })

const reply: GuardOf<ServerReply> = shapeBy('protocol', {
  smtp: v.strictObject({
    protocol: v.literal('smtp'),
    code: count,
    enhanced: v.nullable(name),
    text: words,
  }),
  imap: v.strictObject({
    protocol: v.literal('imap'),
    status: oneOf<'OK' | 'NO' | 'BAD' | 'BYE'>({ OK: true, NO: true, BAD: true, BYE: true }),
    responseCode: v.nullable(name),
    text: words,
  }),
  pop3: v.strictObject({
    protocol: v.literal('pop3'),
    status: oneOf<'+OK' | '-ERR'>({ '+OK': true, '-ERR': true }),
    responseCode: v.nullable(name),
    text: words,
  }),
  unknown: v.strictObject({ protocol: v.literal('unknown'), enhanced: v.nullable(name), text: words }),
})

function bare<K extends string>(kind: K) {
  return v.strictObject({ kind: v.literal(kind) })
}

/** Why a stage failed, as it stands in a report. */
export const faultGuard: GuardOf<Fault> = shapeBy('kind', {
  'name-not-found': bare('name-not-found'),
  'resolver-failed': v.strictObject({
    kind: v.literal('resolver-failed'),
    detail: v.picklist(['timeout', 'refused', 'server-failure']),
  }),
  'no-address-of-family': v.strictObject({
    kind: v.literal('no-address-of-family'),
    family: v.picklist([4, 6]),
  }),
  offline: bare('offline'),
  refused: bare('refused'),
  unreachable: bare('unreachable'),
  disconnected: v.strictObject({ kind: v.literal('disconnected'), how: v.picklist(['reset', 'closed']) }),
  timeout: v.strictObject({ kind: v.literal('timeout'), limitMs: v.pipe(v.number(), v.finite()) }),
  cancelled: bare('cancelled'),
  'not-tls': bare('not-tls'),
  'tls-version': bare('tls-version'),
  'tls-failed': v.strictObject({ kind: v.literal('tls-failed'), reason: words }),
  certificate: v.strictObject({
    kind: v.literal('certificate'),
    problems: listOf(CERTIFICATE_PROBLEMS, 16),
  }),
  'starttls-missing': v.strictObject({
    kind: v.literal('starttls-missing'),
    offer: v.picklist(['none', 'stripped']),
  }),
  'starttls-refused': v.strictObject({ kind: v.literal('starttls-refused'), reply }),
  tampered: v.strictObject({
    kind: v.literal('tampered'),
    how: v.picklist(['early-data', 'injected-data', 'preauth']),
  }),
  'too-big': v.strictObject({ kind: v.literal('too-big'), limit: v.picklist(['line', 'reply', 'literal']) }),
  garbage: bare('garbage'),
  'wrong-service': v.strictObject({
    kind: v.literal('wrong-service'),
    seen: v.picklist(['smtp', 'imap', 'pop3', 'http', 'ssh', 'ftp', 'unknown']),
  }),
  rejected: v.strictObject({ kind: v.literal('rejected'), reply, command: v.exactOptional(command) }),
  'mechanism-failed': v.strictObject({ kind: v.literal('mechanism-failed'), reply }),
  'login-disabled': bare('login-disabled'),
  'no-usable-mechanism': v.strictObject({
    kind: v.literal('no-usable-mechanism'),
    offered: listOf(name, 200),
    wanted: v.exactOptional(name),
  }),
  preauth: bare('preauth'),
  'server-unproved': bare('server-unproved'),
  'international-name': bare('international-name'),
  'refused-elsewhere': v.strictObject({ kind: v.literal('refused-elsewhere'), host: name }),
  'proxy-refused': v.strictObject({
    kind: v.literal('proxy-refused'),
    reason: v.picklist(['auth', 'auth-method', 'forbidden', 'failed']),
    status: v.nullable(count),
  }),
  'proxy-unusable': v.strictObject({
    kind: v.literal('proxy-unusable'),
    how: v.picklist(['closed', 'garbage', 'too-big', 'tls', 'certificate']),
  }),
})

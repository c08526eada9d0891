import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import type { CertificateFacts, CertificateProblem } from '#shared/domain/certificate.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { namesHost } from '#shared/domain/name-check.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { errorCode } from '#engine/error-code.ts'
import { certificateFacts, certificateProblems, hasWeakKey } from '#engine/tls/certificate-facts.ts'
import { handshakeFault, type HandshakeFault } from '#engine/tls/tls-fault.ts'
import type { TrustStore } from '#engine/tls/trust.ts'

export interface HandshakeOptions {
  /** The host the user confirmed: SNI and the name check use it, never an answer from DNS. */
  readonly host: string
  readonly trust: TrustStore
  /** The fingerprint of a certificate the user has compared and accepted, or `null`. */
  readonly pin: string | null
  readonly now: () => Date
}

/** A finished handshake: what was negotiated, and whether the certificate proves the host. */
export interface Handshake {
  readonly version: string
  readonly cipher: string
  readonly certificate: CertificateFacts
  readonly identity:
    | { readonly proved: true; readonly socket: TLSSocket }
    | { readonly proved: false; readonly problems: readonly CertificateProblem[] }
}

interface Seen {
  readonly version: string
  readonly cipher: string
  readonly certificate: X509Certificate
}

/**
 * TLS over a connected socket, the same for implicit TLS and after STARTTLS.
 *
 * SECURITY: path validation stays with the TLS library, which destroys the socket of a server it does not accept;
 * the name check replaces the library's, which accepts common names and partial wildcards (RFC 9525 forbids both).
 * So a socket that comes out of here is always one whose name was proved on this very connection. The one exception
 * is a certificate the user has pinned: then the library only reports, and what it reports is judged here.
 */
export function handshake(
  socket: Socket,
  options: HandshakeOptions,
): Promise<Outcome<Handshake, HandshakeFault>> {
  return new Promise((resolve, reject) => {
    const { host, trust, pin } = options
    const isAddress = isIpv4(host) || isIpv6(host)
    let seen: Seen | null = null
    const tls = connect({
      socket,
      secureContext: trust.context(),
      rejectUnauthorized: pin === null,
      // RFC 6066 section 3 forbids addresses in SNI.
      ...(isAddress ? {} : { servername: host }),
      checkServerIdentity: () =>
        seen !== null && isAcceptable(certificateFacts(seen.certificate), host) ? undefined : nameError(),
    })
    // A refused certificate must still be shown. The library drops the connection before 'error' is heard, but says
    // 'secure' first, when the handshake is done and nothing is accepted yet.
    tls.prependOnceListener('secure', () => {
      seen = look(tls)
    })
    const conclude = (identity: Handshake['identity'], from: Seen) =>
      resolve(
        ok({
          version: from.version,
          cipher: from.cipher,
          certificate: certificateFacts(from.certificate),
          identity,
        }),
      )
    // A bug in judging is one of the caller that waits here, never one of the event that it happened in.
    const judge = (work: () => void) => {
      try {
        work()
      } catch (error) {
        tls.destroy()
        reject(error)
      }
    }
    const onSecure = () => {
      if (seen !== null && (tls.authorized || isPinned(tls, seen, options)))
        return conclude({ proved: true, socket: tls }, seen)
      tls.destroy()
      if (seen !== null && pin !== null) return conclude(unproved(seen, options, reportedCode(tls)), seen)
      return resolve(fail({ kind: 'tls-failed', reason: 'no certificate' }))
    }
    const onError = (error: Error) => {
      tls.destroy()
      if (seen === null || !isVerdict(error)) return resolve(fail(handshakeFault(error)))
      return conclude(unproved(seen, options, errorCode(error)), seen)
    }
    tls.once('secureConnect', () => judge(onSecure))
    tls.once('error', (error) => judge(() => onError(error)))
    tls.once('close', () => resolve(fail({ kind: 'disconnected', how: 'closed' })))
  })
}

/** What the library leaves to us: the name, and the strength of the key. */
function isAcceptable(facts: CertificateFacts, host: string): boolean {
  return namesHost(facts, host) && !hasWeakKey(facts)
}

/**
 * What a pin may excuse: that no trusted authority has issued the certificate. Never another name, a date or a weak
 * key.
 */
const EXCUSABLE: ReadonlySet<CertificateProblem> = new Set(['self-signed', 'unknown-issuer'])

function isPinned(tls: TLSSocket, { certificate }: Seen, { host, pin, now }: HandshakeOptions): boolean {
  const facts = certificateFacts(certificate)
  const problems = certificateProblems(facts, host, now(), reportedCode(tls))
  return facts.fingerprint === pin && problems.every((problem) => EXCUSABLE.has(problem))
}

function unproved(
  { certificate }: Seen,
  { host, now }: HandshakeOptions,
  code: string,
): Extract<Handshake['identity'], { proved: false }> {
  const problems = certificateProblems(certificateFacts(certificate), host, now(), code)
  return { proved: false, problems: problems.length > 0 ? problems : ['unusable'] }
}

/** What the library found when it was told not to act on it: a code, or an error that carries one. */
function reportedCode(tls: TLSSocket): string {
  const reported: unknown = tls.authorizationError
  return reported instanceof Error ? errorCode(reported) : String(reported)
}

function look(tls: TLSSocket): Seen | null {
  const certificate = tls.getPeerX509Certificate()
  if (certificate === undefined) return null
  return { version: tls.getProtocol() ?? '', cipher: tls.getCipher().standardName, certificate }
}

const NAME_ERROR = 'ERR_TLS_CERT_ALTNAME_INVALID'

function nameError(): Error {
  return Object.assign(new Error('the certificate does not prove the host'), { code: NAME_ERROR })
}

/** After 'secure' an error is either a verdict on the certificate (X509_V_ERR names) or the peer breaking off. */
function isVerdict(error: Error): boolean {
  const code = errorCode(error)
  return code === NAME_ERROR || !/^(ERR_|ECONN|EPIPE|EPROTO|ETIMEDOUT)/.test(code)
}

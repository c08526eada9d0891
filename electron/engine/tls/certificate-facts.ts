import type { X509Certificate } from 'node:crypto'
import type { CertificateFacts, CertificateProblem, ChainLink } from '#shared/domain/certificate.ts'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { namesHost } from '#shared/domain/name-check.ts'
import { harmless } from '#shared/text/server-text.ts'

const LONGEST_CHAIN = 8
const MOST_NAMES = 100

/**
 * Reads a certificate into plain data. Nothing in it is trusted: names are taken by their grammar, words are made
 * harmless, lists are cut at a hundred names.
 */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  return {
    subject: shortName(certificate.subject),
    issuer: shortName(certificate.issuer),
    ...alternativeNames(certificate.subjectAltName ?? ''),
    validFrom: isoDate(certificate.validFrom),
    validTo: isoDate(certificate.validTo),
    fingerprint: certificate.fingerprint256,
    publicKey: describeKey(certificate),
    signature: certificate.signatureAlgorithm ?? '',
    selfSigned: certificate.checkIssued(certificate),
    chain: chainAbove(certificate),
  }
}

/** Everything that is wrong with a certificate, from its own facts and from what path validation said. */
export function certificateProblems(
  facts: CertificateFacts,
  host: string,
  now: Date,
  verifyCode: string | null,
): readonly CertificateProblem[] {
  const problems = new Set<CertificateProblem>()
  if (!namesHost(facts, host)) problems.add('name-mismatch')
  if (hasWeakKey(facts)) problems.add('weak-key')
  if (Date.parse(facts.validTo) < now.getTime()) problems.add('expired')
  if (Date.parse(facts.validFrom) > now.getTime()) problems.add('not-yet-valid')
  const verdict = verifyCode === null ? null : problemOf(verifyCode)
  if (verdict !== null) problems.add(verdict)
  return [...problems]
}

/** RFC 9325 section 4.5: RSA below 2048 bits is too short. TLS libraries still take 1024. */
export function hasWeakKey({ publicKey }: CertificateFacts): boolean {
  const [, bits] = /^RSA(?:-PSS)? (\d+)$/.exec(publicKey) ?? []
  return bits !== undefined && Number(bits) < 2_048
}

/** OpenSSL's X509_V_ERR names as Node passes them on. `null`: this is about the name, which is checked above. */
function problemOf(code: string): CertificateProblem | null {
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return null
    case 'CERT_HAS_EXPIRED':
      return 'expired'
    case 'CERT_NOT_YET_VALID':
      return 'not-yet-valid'
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'self-signed'
    case 'CERT_REVOKED':
      return 'revoked'
    case 'EE_KEY_TOO_SMALL':
    case 'CA_KEY_TOO_SMALL':
    case 'CA_MD_TOO_WEAK':
      return 'weak-key'
    case 'INVALID_PURPOSE':
    case 'CERT_SIGNATURE_FAILURE':
    case 'CERT_REJECTED':
      return 'unusable'
    default:
      return 'unknown-issuer'
  }
}

/** Node prints one attribute per line; the common name says most, the organisation is next best. */
function shortName(distinguishedName: string | undefined): string {
  const attributes = new Map(
    (distinguishedName ?? '').split('\n').map((line) => {
      const equals = line.indexOf('=')
      return [line.slice(0, equals), line.slice(equals + 1)] as const
    }),
  )
  const parts = [attributes.get('CN'), attributes.get('O')].filter((part) => part !== undefined)
  return harmless([...new Set(parts)].join(', '))
}

/** Labels of a DNS name (RFC 5890 section 2.3.1), with the underscores and the wildcards that certificates have. */
const PRESENTED_NAME = /^(?=.{1,253}$)[a-z0-9_*-]{1,63}(?:\.[a-z0-9_*-]{1,63})*\.?$/i

/**
 * `DNS:a.example, IP Address:192.0.2.1`. An entry in quotes holds characters that no name has and could pretend to
 * be several entries (CVE-2021-44532): it is dropped, and so is whatever else is no name.
 */
function alternativeNames(text: string): { dnsNames: readonly string[]; ipAddresses: readonly string[] } {
  const entries = text.includes('"') ? text.replace(/[A-Za-z ]+:"(?:[^"\\]|\\.)*"/g, '') : text
  const values = (prefix: string, isName: (value: string) => boolean) =>
    entries
      .split(/, ?/)
      .filter((entry) => entry.startsWith(prefix) && isName(entry.slice(prefix.length)))
      .map((entry) => entry.slice(prefix.length).toLowerCase())
      .slice(0, MOST_NAMES)
  return {
    dnsNames: values('DNS:', (name) => PRESENTED_NAME.test(name)),
    ipAddresses: values('IP Address:', (address) => isIpv4(address) || isIpv6(address)),
  }
}

function chainAbove(certificate: X509Certificate): readonly ChainLink[] {
  const links: ChainLink[] = []
  let issuer = certificate.issuerCertificate
  while (issuer !== undefined && links.length < LONGEST_CHAIN && !links.some(isSame(issuer))) {
    links.push({
      subject: shortName(issuer.subject),
      fingerprint: issuer.fingerprint256,
      validTo: isoDate(issuer.validTo),
    })
    issuer = issuer.issuerCertificate
  }
  return links
}

function isSame(certificate: X509Certificate): (link: ChainLink) => boolean {
  return (link) => link.fingerprint === certificate.fingerprint256
}

function describeKey(certificate: X509Certificate): string {
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  const size = asymmetricKeyDetails?.modulusLength ?? asymmetricKeyDetails?.namedCurve ?? ''
  return `${(asymmetricKeyType ?? 'unknown').toUpperCase()} ${size}`.trim()
}

function isoDate(text: string): string {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

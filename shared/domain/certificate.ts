/** What a server's certificate says, as plain data. Dates are ISO 8601 in UTC. */
export interface CertificateFacts {
  readonly subject: string
  readonly issuer: string
  /** dNSName entries of subjectAltName, lower case. The common name is never an identity (RFC 9525). */
  readonly dnsNames: readonly string[]
  readonly ipAddresses: readonly string[]
  readonly validFrom: string
  readonly validTo: string
  /** SHA-256 over the DER form, upper-case hex pairs joined by colons. */
  readonly fingerprint: string
  readonly publicKey: string
  /** How the issuer signed, in OpenSSL's words; empty where the runtime cannot tell. */
  readonly signature: string
  readonly selfSigned: boolean
  /** From the issuer of the server's certificate upwards, as far as the server sent or the trust store knew it. */
  readonly chain: readonly ChainLink[]
}

export interface ChainLink {
  readonly subject: string
  readonly fingerprint: string
  readonly validTo: string
}

/** Why a certificate does not prove the server's name. All that apply are listed. */
export type CertificateProblem =
  | 'name-mismatch'
  | 'expired'
  | 'not-yet-valid'
  | 'self-signed'
  | 'unknown-issuer'
  | 'revoked'
  | 'weak-key'
  | 'unusable'

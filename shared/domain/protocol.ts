export const PROTOCOLS = ['smtp', 'imap', 'pop3'] as const

/** `smtp` always means submission: a mail program handing over a message, never relay between servers. */
export type Protocol = (typeof PROTOCOLS)[number]

export const SECURITIES = ['tls', 'starttls', 'none'] as const

/**
 * `tls`: encrypted from the first byte (RFC 8314 "implicit TLS"). `starttls`: an upgrade that must happen.
 * There is no "use it if offered": that is the mode an attacker downgrades (CVE-2021-38502).
 * `none` is only ever accepted for a loopback host, or a relay without a sign-in that a policy names.
 */
export type Security = (typeof SECURITIES)[number]

export const AUTH_METHODS = [
  'plain',
  'login',
  'cram-md5',
  'scram-sha-256',
  'scram-sha-1',
  'xoauth2',
  'oauthbearer',
  'none',
] as const

export type AuthMethod = (typeof AUTH_METHODS)[number]

/** How a session is secured on the ports registered for mail (RFC 6409, 8314, 9051, 1939). */
export const USUAL_PORTS: Readonly<Record<Protocol, Readonly<Partial<Record<number, 'tls' | 'starttls'>>>>> =
  {
    smtp: { 465: 'tls', 587: 'starttls', 25: 'starttls' },
    imap: { 993: 'tls', 143: 'starttls' },
    pop3: { 995: 'tls', 110: 'starttls' },
  }

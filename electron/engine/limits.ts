/**
 * How long and how much. Times are milliseconds and absolute: a server that drips one byte at a time reaches its
 * deadline like one that says nothing, which idle timeouts do not achieve.
 */
export interface Limits {
  readonly dnsMs: number
  readonly connectMs: number
  readonly tlsMs: number
  /** Long on purpose: tarpits and loaded servers greet late and are honest all the same (RFC 5321 allows minutes). */
  readonly greetingMs: number
  readonly replyMs: number
  /** Long on purpose: servers delay the answer to a failed sign-in (Dovecot up to 15 s). */
  readonly loginMs: number
  /** The server's work on a message it was given (RFC 5321 section 4.5.3.2.6 allows minutes). */
  readonly sendMs: number
  /** How long to wait for a message that was accepted. */
  readonly arriveMs: number
  readonly arrivePollMs: number
  readonly endpointMs: number
  /** One document of a discovery source, with all its redirects. */
  readonly fetchMs: number
  readonly fetchBytes: number
  /** Finding settings, whatever answers or does not. */
  readonly discoveryMs: number
  /** How long sources may still contradict one that has answered for sending and receiving. */
  readonly contradictionMs: number
  /** Looking at the records that decide whether mail is believed, whatever answers or does not. */
  readonly arrivalMs: number
  /** How long the user may take to sign in with the browser. `--timeout`, about servers, leaves it alone. */
  readonly oauthMs: number
  /** How many connections a look at usual names may open altogether. */
  readonly guessSockets: number
  /** When to tell that nothing has come back yet. */
  readonly patienceMs: number
  /** When to look at the other ports of a server that does not answer. */
  readonly alternativesAfterMs: number
  /**
   * How long a sister service waits for the verdict on the same password. Servers delay a refusal (Dovecot up to
   * 15 s) and hardly ever a success, so a slow answer is the very one to wait for.
   */
  readonly loginGateMs: number
  /** SMTP and POP3: RFC 5321 section 4.5.3.1.5 asks for 512 octets. IMAP lines are longer. */
  readonly lineBytes: { readonly smtp: number; readonly imap: number; readonly pop3: number }
  readonly replyLines: number
  readonly literalBytes: number
}

export const DEFAULT_LIMITS: Limits = {
  dnsMs: 5_000,
  connectMs: 8_000,
  tlsMs: 8_000,
  greetingMs: 30_000,
  replyMs: 10_000,
  loginMs: 30_000,
  sendMs: 30_000,
  arriveMs: 90_000,
  arrivePollMs: 1_000,
  endpointMs: 60_000,
  fetchMs: 6_000,
  fetchBytes: 262_144,
  discoveryMs: 7_500,
  contradictionMs: 1_000,
  arrivalMs: 15_000,
  oauthMs: 300_000,
  guessSockets: 14,
  patienceMs: 2_000,
  alternativesAfterMs: 1_000,
  loginGateMs: 16_000,
  lineBytes: { smtp: 8_192, imap: 65_536, pop3: 8_192 },
  replyLines: 1_000,
  literalBytes: 16_384,
}

/** Shortens every deadline that is longer than what the user is ready to wait. */
export function withTimeout(limits: Limits, timeoutMs: number): Limits {
  const cap = (ms: number) => Math.min(ms, timeoutMs)
  return {
    ...limits,
    dnsMs: cap(limits.dnsMs),
    connectMs: cap(limits.connectMs),
    tlsMs: cap(limits.tlsMs),
    greetingMs: cap(limits.greetingMs),
    replyMs: cap(limits.replyMs),
    loginMs: cap(limits.loginMs),
    sendMs: cap(limits.sendMs),
    arriveMs: cap(limits.arriveMs),
    endpointMs: cap(limits.endpointMs),
    fetchMs: cap(limits.fetchMs),
    discoveryMs: cap(limits.discoveryMs),
    arrivalMs: cap(limits.arrivalMs),
  }
}

/** One verdict of the server that received a message (RFC 8601). */
export interface MessageVerdict {
  readonly method: 'spf' | 'dkim' | 'dmarc'
  readonly result: string
  /** The domain it is about, `null` where it does not say. */
  readonly domain: string | null
  /** `indication`: it stands below the first field of that server, where the sender may have written it. */
  readonly proof: 'message' | 'indication'
}

/**
 * Results in a message that are not of the host that received it, and so prove nothing. `arc`: what a host on the way
 * passes on in its own name (RFC 8617).
 */
export interface UnprovedResults {
  readonly kind: 'arc' | 'other-host'
  readonly host: string
}

/** What the headers of a message that arrived say about its way. */
export interface MessageFacts {
  readonly fromDomain: string | null
  /** The host that received the message, `null` where none is named. */
  readonly receiver: string | null
  /** What that host found out, and no other. */
  readonly verdicts: readonly MessageVerdict[]
  readonly setAside: readonly UnprovedResults[]
  readonly signatures: readonly { readonly domain: string; readonly selector: string }[]
  /** From where it came to the receiving side; `null` where it never left its own server or does not say. */
  readonly clientAddress: string | null
}

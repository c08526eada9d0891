import type { Proof } from '#shared/arrival/report.ts'

/**
 * What a question to the world came to. `unasked`: a name server or a web server gave no usable answer, which says
 * nothing about what is there and must never be read as "missing".
 */
export type Asked<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'unasked' }

/** RFC 7208 section 2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror'

/** How the record of the domain treats one address. */
export interface SpfEvaluation {
  readonly address: string
  /** `nobody`: an address that no mail server has; `server`: of the SMTP host; `message`: a message came from it. */
  readonly from: 'nobody' | 'server' | 'message'
  readonly result: SpfResult
  /** Questions that count (RFC 7208 section 4.6.4); one more than ten where it broke off. */
  readonly lookups: number
  /** Of these, questions with no answer. */
  readonly voids: number
}

export interface SpfFacts {
  readonly texts: Asked<readonly string[]>
  /** The TXT records of every name that was looked at on the way, the domain itself among them. */
  readonly visited: Readonly<Record<string, Asked<readonly string[]>>>
  readonly evaluations: readonly SpfEvaluation[]
}

export interface DkimKey {
  readonly state: 'usable' | 'revoked' | 'broken'
  readonly algorithm: string
  /** Length of an RSA modulus; 0 where the key has none or cannot be read. */
  readonly bits: number
}

export interface SelectorFacts {
  readonly selector: string
  /** Where its key is published. */
  readonly name: string
  readonly source: 'message' | 'provider'
  /** Where the name is an alias to (CNAME), asked only where there is no key. */
  readonly alias: string | null
  readonly key: Asked<DkimKey>
}

export interface DmarcFacts {
  /** The registered domain above the address, or the domain itself. */
  readonly organisation: string
  readonly own: Asked<readonly string[]>
  /** At the organisation's domain; the same as `own` where the address is directly below it. */
  readonly above: Asked<readonly string[]>
  /** Domains of others that are to get reports, and whether they say that they want them (RFC 7489 section 7.1). */
  readonly reports: readonly { readonly domain: string; readonly agreed: Asked<null> }[]
}

export interface MailHostFacts {
  readonly host: string
  readonly preference: number
  readonly kind: 'name' | 'address'
  readonly alias: string | null
  readonly addresses: Asked<number>
  /** Certificate usages of the TLSA records of the host at port 25 (RFC 7672). */
  readonly tlsa: Asked<readonly number[]>
}

export interface MxFacts {
  /** `null-mx`: the domain says that it takes no mail (RFC 7505). */
  readonly state: 'hosts' | 'null-mx' | 'absent' | 'unasked'
  readonly hosts: readonly MailHostFacts[]
  /** Of the domain itself: where there is no MX record, mail goes there (RFC 5321 section 5.1). */
  readonly fallback: Asked<number>
}

export interface MtaStsFacts {
  readonly texts: Asked<readonly string[]>
  /** Fetched only where a record announces it. `elsewhere`: a redirect, which must not be followed (RFC 8461 3.3). */
  readonly policy: 'not-asked' | 'elsewhere' | 'unreachable' | 'certificate' | { readonly text: string }
}

/** One verdict of the server that received a message (RFC 8601). */
export interface MessageVerdict {
  readonly method: 'spf' | 'dkim' | 'dmarc'
  readonly result: string
  /** The domain it is about, `null` where it does not say. */
  readonly domain: string | null
  /** `indication`: it stands below the first field of that server, where the sender may have written it. */
  readonly proof: Extract<Proof, 'message' | 'indication'>
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

/** Who sends for the domain. */
export interface SendingService {
  readonly host: string | null
  readonly provider: string | null
  /** What its customers put into their SPF record, by its own documentation. */
  readonly spfInclude: string | null
  /** For a selector, the alias its customers publish; `{domain}` stands for theirs. */
  readonly dkimTarget: string | null
}

/** Everything that was learned about the mail of one domain. */
export interface ArrivalFacts {
  readonly domain: string
  /** The mail provider the domain itself belongs to, `null` for a domain of one's own. */
  readonly ownedBy: string | null
  readonly service: SendingService
  readonly spf: SpfFacts
  readonly dkim: readonly SelectorFacts[]
  readonly dmarc: DmarcFacts
  readonly mx: MxFacts
  readonly mtaSts: MtaStsFacts
  readonly message: MessageFacts | null
}

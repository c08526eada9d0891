import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** Where a setting can come from. */
export const CANDIDATE_SOURCES = [
  'policy',
  'catalogue',
  'mx',
  'pacc',
  'autoconfig',
  'well-known',
  'mailconf',
  'srv',
  'autodiscover',
  'collections',
  'ispdb',
  'autoconfig-mx',
  'ispdb-mx',
  'filter',
  'account-type',
  'guess',
  'spf',
  'ns',
  'ispdb-ns',
  'proposal',
  'typed',
  'saved',
] as const

export type CandidateSource = (typeof CANDIDATE_SOURCES)[number]

/**
 * `policy`: the organisation that runs this computer. `built-in`: Mailwright's own entry for the domain of the address.
 * `domain`: the domain's own web server says so, with a trusted certificate. `dns`: the domain's DNS points there.
 * `public-list`: a list that others keep. `user`: typed.
 * `guess`: a usual name that no source gives; it is probed without signing in until the user confirms it.
 */
export type Trust = 'policy' | 'built-in' | 'domain' | 'dns' | 'public-list' | 'user' | 'guess'

/** Why a setting is proposed, as data; the language files hold the sentence. */
export type Reason =
  | { readonly kind: 'policy'; readonly organisation: string }
  | { readonly kind: 'known-domain'; readonly provider: string; readonly domain: string }
  | {
      readonly kind: 'mail-handled-by'
      readonly provider: string
      readonly domain: string
      readonly mx: string
    }
  /** A host that takes mail for other services of the company too. */
  | {
      readonly kind: 'mail-probably-handled-by'
      readonly provider: string
      readonly domain: string
      readonly mx: string
    }
  /** The mail passes a filter, and `record` tells where it goes on to. */
  | {
      readonly kind: 'behind-filter'
      readonly provider: string
      readonly domain: string
      readonly filter: string
      readonly record: string
    }
  /** Who may send for a domain (SPF) has its mailboxes, often. */
  | {
      readonly kind: 'sends-through'
      readonly provider: string
      readonly domain: string
      readonly record: string
    }
  | { readonly kind: 'published-by-domain'; readonly domain: string; readonly record: string }
  | {
      readonly kind: 'names-kept-by'
      readonly provider: string
      readonly domain: string
      readonly ns: string
    }
  /** The document with the settings of a domain, fetched from `host`. */
  | { readonly kind: 'settings-of-domain'; readonly domain: string; readonly host: string }
  /** As it stands at the host that the domain's name for this leads to. */
  | { readonly kind: 'settings-by-alias'; readonly domain: string; readonly host: string }
  | { readonly kind: 'listed'; readonly domain: string; readonly host: string }
  /** Public collections that came with the program; `once-listed`: none of them is corrected any more. */
  | { readonly kind: 'in-collections' | 'once-listed'; readonly domain: string; readonly collections: string }
  /** As for the domain of the host that receives the mail. */
  | {
      readonly kind: 'settings-of-mail-host'
      readonly domain: string
      readonly mx: string
      readonly host: string
    }
  /** As for the domain of the host that keeps the names. */
  | {
      readonly kind: 'settings-of-name-host'
      readonly domain: string
      readonly ns: string
      readonly host: string
    }
  | { readonly kind: 'autodiscover'; readonly domain: string; readonly host: string }
  | { readonly kind: 'autodiscover-document'; readonly domain: string; readonly host: string }
  | {
      readonly kind: 'autodiscover-alias'
      readonly provider: string
      readonly domain: string
      readonly host: string
    }
  | { readonly kind: 'answers'; readonly domain: string }
  | { readonly kind: 'account-type'; readonly provider: string }
  | { readonly kind: 'usual-name'; readonly domain: string }
  | { readonly kind: 'typed' }
  /** Confirmed and proved on an earlier day. */
  | { readonly kind: 'saved' }

/** One way to reach one service of an account, with its origin. */
export interface Candidate {
  readonly endpoint: ServerEndpoint
  /** Filled in for the address; empty when only the user knows it. */
  readonly userName: string
  readonly auth: readonly AuthMethod[]
  /** The issuer that the same source has named; a URL or a bare host. */
  readonly issuer?: string
  readonly source: CandidateSource
  readonly trust: Trust
  readonly why: Reason
}

/** A candidate beside the domain of the address. */
export interface RankedCandidate extends Candidate {
  /**
   * The domain of the server, where it differs from that of the address and only a third party names it: the user has
   * to see both side by side.
   */
  readonly otherDomain: string | null
}

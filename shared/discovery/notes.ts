import type { Protocol } from '#shared/domain/protocol.ts'

/** What a domain names and Mailwright does not set up. */
export const OTHER_SERVICES = [
  'jmap',
  'exchange',
  'graph',
  'activesync',
  'caldav',
  'carddav',
  'webdav',
  'oauth',
  'other',
] as const

export type OtherService = (typeof OTHER_SERVICES)[number]

/** What was learned about a domain that is no server to sign in to, as data; the language files hold the sentence. */
export type DiscoveryNote =
  /** A null MX (RFC 7505). */
  | { readonly kind: 'no-mail'; readonly domain: string }
  | { readonly kind: 'forwards'; readonly domain: string; readonly forwarder: string; readonly mx: string }
  | { readonly kind: 'filtered'; readonly domain: string; readonly filter: string; readonly mx: string }
  /** A document, fetched from `host`, that names servers without encryption alone. */
  | { readonly kind: 'no-encryption'; readonly domain: string; readonly host: string }
  /** A record whose target is the root (RFC 6186 section 3.4). */
  | {
      readonly kind: 'not-offered'
      readonly domain: string
      readonly protocol: Protocol
      readonly record: string
    }
  /** Its record has the lower priority (RFC 6186 section 3.3). */
  | { readonly kind: 'prefers-pop3'; readonly domain: string }
  | {
      readonly kind: 'also-offers'
      readonly domain: string
      readonly service: OtherService
      readonly host: string
    }
  /** What has to be switched on first; in the words of the document, `null` where it has none. */
  | {
      readonly kind: 'enable-first'
      readonly host: string
      readonly page: string | null
      readonly instruction: string | null
    }
  | { readonly kind: 'help-page' | 'web-mail'; readonly host: string; readonly page: string }

/** Where the mail of a domain is in mailboxes of other addresses, or nowhere, no server of its own is to be proposed. */
export function hasNoMailbox(notes: readonly DiscoveryNote[]): boolean {
  return notes.some(({ kind }) => kind === 'no-mail' || kind === 'forwards')
}

/** Each once, in the order of the sources: a domain may keep the same document at several of its hosts. */
export function distinctNotes(notes: readonly DiscoveryNote[]): readonly DiscoveryNote[] {
  const keyOf = (note: DiscoveryNote) =>
    JSON.stringify(note.kind === 'also-offers' ? note : { ...note, host: null })
  const keys = notes.map(keyOf)
  return notes.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

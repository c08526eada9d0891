import type { Protocol, Security } from '#shared/domain/protocol.ts'
import type { UserNameForm } from '#shared/domain/user-name.ts'
import type { AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { LifeCycle } from '#shared/catalogue/life-cycle.ts'
import type { IsoDate, Source } from '#shared/catalogue/source.ts'

/** A link the product may open: https only, checked by the catalogue test. */
export type HttpsUrl = `https://${string}`

/** `host:port:security`, as on the command line. */
export type ServerText = `${string}:${number}:${Exclude<Security, 'none'>}`

/** How a way to sign in ends: people are told before the day, and after it that it has come. */
export interface Ending {
  /** What takes its place. */
  readonly instead: 'oauth' | 'app-password'
  readonly life: LifeCycle
  /** Where customers who join later are treated otherwise than those who were there. */
  readonly forNewcomers?: LifeCycle
}

/** A way to sign in, and from when until when it is of use. */
export interface SignIn {
  readonly kind: 'oauth' | 'app-password' | 'password'
  readonly from?: IsoDate
  readonly ending?: Ending
  /** Only some services, when they differ. */
  readonly protocols?: readonly Protocol[]
}

/** What else a provider ends. `service-ends` closes it: from the final day on it has no servers. */
export interface DatedEnd {
  readonly kind: 'service-ends' | 'ews-ends' | 'old-tls-ends' | 'fetching-ends'
  /** As with a hint. */
  readonly when: 'before' | 'after'
  readonly life: LifeCycle
  readonly url?: HttpsUrl
}

/**
 * What people trip over. The words for each kind live in the language files, so that a provider file stays data.
 */
export type HintKind =
  | 'enable-imap-pop'
  | 'enable-access'
  | 'enable-smtp'
  | 'enable-pop'
  | 'app-password-only'
  | 'app-password-with-two-step'
  | 'app-password-possible'
  | 'app-password-known-browser'
  | 'app-password-revoked'
  | 'supported-programs'
  | 'admin-decides'
  | 'paid-plan'
  | 'separate-password'
  | 'authorization-code'
  | 'api-key'
  | 'primary-address'
  | 'user-name-is-local-part'
  | 'bridge'
  | 'local-program'
  | 'no-mail-program'
  | 'own-server-name'
  | 'data-centre'
  | 'other-product'
  | 'separate-company'
  | 'certified-mail'
  | 'being-moved'
  | 'verified-sender'
  | 'internal-recipients'

export interface Hint {
  /** `before`: shown before the first attempt. `after`: shown when a sign-in was refused. */
  readonly when: 'before' | 'after'
  readonly kind: HintKind
  readonly url?: HttpsUrl
}

/** The networks that a provider publishes, for the administrator of a firewall. They change: the page decides. */
export interface PublishedRanges {
  /** These hosts alone; a provider has others elsewhere. */
  readonly hosts: readonly string[]
  /** In CIDR notation. */
  readonly ranges: readonly string[]
  readonly page: HttpsUrl
  readonly source: Source
}

/** What a provider asks of customers who send for a domain of their own, by its public documentation. */
export interface SendingFacts {
  /** The domain that goes into their SPF record, after `include:`. */
  readonly spfInclude?: string
  /** Their DKIM selectors, where all domains have the same. */
  readonly dkimSelectors?: readonly string[]
  /** Where these names point to (CNAME), where that follows from `{selector}` and `{domain}`. */
  readonly dkimTarget?: string
}

/** One mail provider: facts in the order in which they should be tried. One file each in `providers/`. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** `closed`: no mail program can connect. `outgoing-only`: a relay for sending. */
  readonly kind: 'mailbox' | 'closed' | 'outgoing-only'
  readonly accountType: AccountTypeId
  /** Address domains, lower case, A-labels; `*.example.org` covers every domain below example.org. */
  readonly domains: readonly string[]
  /** Suffixes of MX host names that prove the provider for an own domain. */
  readonly mx: readonly string[]
  /** `shared`: other services of the company take mail at the same hosts, so they prove it only probably. */
  readonly mxUse?: 'shared'
  /** Names of regions within host names: the MX host tells which of the servers are meant. */
  readonly regions?: readonly string[]
  /** Suffixes of name server names; weaker than MX, and none that a registrar gives to every domain. */
  readonly ns?: readonly string[]
  /** `{domain}` stands for the domain of the address, `{mx}` for the host that takes its mail. */
  readonly servers: Readonly<Record<Protocol, readonly ServerText[]>>
  /** Servers that no source at hand holds: they are looked at before anything is sent to them. */
  readonly unproved?: readonly ServerText[]
  /**
   * Brands of the company have hosts of their own: what the imported collections hold for the very domain is offered
   * after these.
   */
  readonly afterwards?: 'collections'
  readonly userName: UserNameForm | Readonly<Record<Protocol, UserNameForm>>
  /** The literal name that every customer signs in with, where `userName` is `own`. */
  readonly fixedUserName?: string
  /** For addresses of a domain of the customer's own, where that is another form. */
  readonly ownDomainUserName?: UserNameForm
  /** What sources disagree about and only the user's own sign-in can settle. */
  readonly otherUserName?: UserNameForm
  /** Best first. */
  readonly signIn: readonly SignIn[]
  /** The provider's own authorization server, where it is none of those in `oauth/`. */
  readonly oauthIssuer?: HttpsUrl
  readonly pages: {
    readonly enable?: HttpsUrl
    readonly appPassword?: HttpsUrl
    readonly help?: HttpsUrl
  }
  readonly publishedRanges?: PublishedRanges
  /** What its app passwords look like, where that is known for certain. */
  readonly appPasswordFormat?: AppPasswordFormat
  readonly hints: readonly Hint[]
  /** What ends there besides ways to sign in. */
  readonly ends?: readonly DatedEnd[]
  readonly sending?: SendingFacts
  /** Hosts that are gone on every day or never were, or one port of a host (`host:port`): typing one leads to "did you mean". */
  readonly retiredHosts: readonly string[]
  readonly sources: readonly Source[]
  /** The day these facts were last compared with their sources. */
  readonly comparedOn: IsoDate
  /** The day the provider's own page about mail programs was last read; nothing where it never was. */
  readonly providerPageReadOn?: IsoDate
  /** The day all its servers last greeted us as this entry says (`npm run catalogue -- check`). */
  readonly probedOn?: IsoDate
}

/** What the entries of one company have in common; each still has a file, and the facts that tell it apart. */
export type ProviderFamily = Pick<
  Provider,
  'kind' | 'accountType' | 'userName' | 'signIn' | 'pages' | 'hints' | 'retiredHosts'
>

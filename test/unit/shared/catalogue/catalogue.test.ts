import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_TYPES, SENDING_SERVICES } from '#shared/catalogue/account-types.ts'
import { providerForAccountType } from '#shared/catalogue/look-up.ts'
import type { HintKind, Provider } from '#shared/catalogue/provider.ts'
import { hintsOn } from '#shared/catalogue/hints.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { parseDomainName } from '#shared/domain/domain-name.ts'
import { PROTOCOLS, USUAL_PORTS } from '#shared/domain/protocol.ts'
import { parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

const PROVIDER_FILES = new URL('../../../../shared/catalogue/providers/', import.meta.url)

/** Ports that the sources report against the standards, or that a program on this computer opens. */
const ODD_DOORS = [
  '127.0.0.1:1025:starttls',
  '127.0.0.1:1143:starttls',
  'mail.brighthouse.com:587:tls',
  'mobile.charter.net:587:tls',
  'smtp.rediffmail.com:586:tls',
]

/** Words that tell the user which other password is wanted. */
const OTHER_PASSWORD: readonly HintKind[] = [
  'app-password-only',
  'app-password-possible',
  'app-password-with-two-step',
  'authorization-code',
  'separate-password',
]

/** Words that tell what to do where Mailwright cannot sign in with the browser. */
const WITHOUT_BROWSER: readonly HintKind[] = [...OTHER_PASSWORD, 'admin-decides']

/** Names of one provider below the wildcard of another: it kept servers of its own after a merger. */
const KEPT_BELOW_A_WILDCARD = ['spectrum-brighthouse']

const listed = PROVIDERS.map((provider) => ({ id: provider.id, provider }))
const mailboxes = listed.filter(({ provider }) => provider.kind === 'mailbox')
const closed = listed.filter(({ provider }) => provider.kind === 'closed')
const relays = listed.filter(({ provider }) => provider.kind === 'outgoing-only')

describe('the list', () => {
  test('at least 75 providers are known', () => {
    expect(PROVIDERS.length).toBeGreaterThanOrEqual(75)
  })

  test('every file in providers/ is registered once under its own name, in alphabetical order', () => {
    const files = readdirSync(PROVIDER_FILES).map((file) => file.replace(/\.ts$/, ''))
    expect(PROVIDERS.map(({ id }) => id)).toEqual(files.toSorted())
  })

  test('no domain is claimed twice', () => {
    expect(repeated(PROVIDERS.flatMap(({ domains }) => domains))).toEqual([])
  })

  test('no suffix of mail exchangers is claimed twice', () => {
    expect(repeated(PROVIDERS.flatMap(({ mx }) => mx))).toEqual([])
  })

  test('no domain lies below the wildcard of another provider, but for those listed here', () => {
    const claims = PROVIDERS.flatMap(({ id, domains }) => domains.map((suffix) => ({ id, suffix })))
    const wildcards = claims.flatMap(({ id, suffix }) =>
      suffix.startsWith('*.') ? [{ id, suffix: suffix.slice(2) }] : [],
    )
    expect([...new Set(below(claims, wildcards))]).toEqual(KEPT_BELOW_A_WILDCARD)
  })

  test('no suffix of mail exchangers lies below the suffix of another provider', () => {
    const claims = PROVIDERS.flatMap(({ id, mx }) => mx.map((suffix) => ({ id, suffix })))
    expect(below(claims, claims)).toEqual([])
  })

  test('no suffix of name servers lies below the suffix of another provider', () => {
    const claims = PROVIDERS.flatMap(({ id, ns = [] }) => ns.map((suffix) => ({ id, suffix })))
    expect(below(claims, claims)).toEqual([])
  })

  test('no suffix of name servers is claimed twice', () => {
    expect(repeated(PROVIDERS.flatMap(({ ns = [] }) => ns))).toEqual([])
  })
})

describe('hosts and ports', () => {
  test('no retired host is listed twice', () => {
    expect(repeated(PROVIDERS.flatMap(({ retiredHosts }) => retiredHosts))).toEqual([])
  })

  test('no retired host, and no retired port of a host, is a server of a provider', () => {
    const endpoints = PROVIDERS.flatMap(endpointsOf)
    const inUse = new Set(endpoints.flatMap(({ host, port }) => [host, `${host}:${port}`]))
    const retired = PROVIDERS.flatMap(({ retiredHosts }) => retiredHosts)
    expect(retired.filter((host) => inUse.has(host))).toEqual([])
  })

  test('every odd port is still in use', () => {
    const texts = PROVIDERS.flatMap(serverTextsOf)
    expect(ODD_DOORS.filter((endpoint) => !texts.some((text) => text === endpoint))).toEqual([])
  })
})

describe('the tiles', () => {
  test('name every service that only sends, as the catalogue does', () => {
    const sending = PROVIDERS.filter(({ kind }) => kind === 'outgoing-only').map(({ id, name }) => [id, name])
    expect(SENDING_SERVICES.map(({ id, name }) => [id, name])).toEqual(sending)
    for (const { id } of SENDING_SERVICES)
      expect(providerForAccountType(id)).toMatchObject({ id, accountType: 'sending' })
  })

  test.each(ACCOUNT_TYPES)('the account type $id leads to its provider', ({ id, provider }) => {
    expect(providerForAccountType(id)?.id ?? null).toBe(provider)
  })

  test.each(ACCOUNT_TYPES.filter(({ provider }) => provider !== null))(
    'the provider behind the account type $id is of that type',
    ({ id }) => {
      expect(providerForAccountType(id)?.accountType).toBe(id)
    },
  )
})

describe.each(listed)('$id', ({ provider }) => {
  test('has servers that can be read', () => {
    expect(serverTextsOf(provider).filter((text) => endpointOf(text) === null)).toEqual([])
  })

  test('lists no server twice', () => {
    for (const protocol of PROTOCOLS) expect(repeated(provider.servers[protocol])).toEqual([])
  })

  test('encrypts every connection, in the way its port stands for', () => {
    for (const protocol of PROTOCOLS) {
      const odd = provider.servers[protocol].filter((text) => {
        const endpoint = endpointOf(text)
        return endpoint === null || USUAL_PORTS[protocol][endpoint.port] !== endpoint.security
      })
      expect(odd.filter((text) => !ODD_DOORS.includes(text))).toEqual([])
    }
  })

  test('links to https pages only', () => {
    const links = [...Object.values(provider.pages), ...provider.hints.flatMap(({ url }) => url ?? [])]
    expect(links.filter((link) => !isHttps(link))).toEqual([])
  })

  test('has valid domains in lower case, written as DNS sees them', () => {
    expect(provider.domains.filter((domain) => !isWireDomain(domain.replace(/^\*\./, '')))).toEqual([])
  })

  test('has valid host names wherever no port is given', () => {
    const retired = provider.retiredHosts.map((host) => host.replace(/:[1-9]\d{0,4}$/, ''))
    const hosts = [...provider.mx, ...(provider.ns ?? []), ...retired]
    expect(hosts.filter((host) => !isWireDomain(host))).toEqual([])
  })
})

describe.each(listed)('$id, its facts', ({ provider }) => {
  test('names its sources, none of them younger than the last comparison', () => {
    expect(isIsoDate(provider.comparedOn)).toBe(true)
    expect(provider.sources.length).toBeGreaterThan(0)
    for (const { name, date } of provider.sources) {
      expect(name.trim()).not.toBe('')
      expect(isIsoDate(date) && date <= provider.comparedOn).toBe(true)
    }
  })

  test('was last compared on a day that has come', () => {
    expect(provider.comparedOn <= new Date().toISOString().slice(0, 10)).toBe(true)
  })

  test('gives its sign-in rules real dates', () => {
    const dates = provider.signIn.flatMap(({ from }) => from ?? [])
    expect(dates.filter((date) => !isIsoDate(date))).toEqual([])
  })

  test('gives at most four hints, each once', () => {
    expect(provider.hints.length).toBeLessThanOrEqual(4)
    expect(repeated(provider.hints.map(({ kind }) => kind))).toEqual([])
  })

  test('says what to do where the browser cannot sign in', () => {
    const wantsBrowser = provider.signIn.some(({ kind }) => kind === 'oauth')
    const { help, appPassword } = provider.pages
    const told = help !== undefined || appPassword !== undefined || hasHint(provider, WITHOUT_BROWSER)
    const saysSo = hintsOn(provider.comparedOn, provider).some(({ kind }) => kind === 'browser-sign-in-only')
    expect(!wantsBrowser || told || saysSo).toBe(true)
  })

  test('tells where an app password comes from', () => {
    const wanted = signInKindsOn(provider.comparedOn, provider).includes('app-password')
    const told = provider.pages.appPassword !== undefined || hasHint(provider, OTHER_PASSWORD)
    expect(!wanted || told).toBe(true)
  })
})

describe.each(listed)('$id, how far it is proved', ({ provider }) => {
  test('marks as unproved only servers that it has', () => {
    const { unproved = [] } = provider
    expect(unproved.filter((text) => !serverTextsOf(provider).includes(text))).toEqual([])
  })

  test('was read on its own page, and probed, on days that have come', () => {
    const today = new Date().toISOString().slice(0, 10)
    const days = [provider.providerPageReadOn, provider.probedOn].filter((day) => day !== undefined)
    expect(days.filter((day) => !isIsoDate(day) || day > today)).toEqual([])
  })
})

describe.each(mailboxes)('$id, a mailbox', ({ provider }) => {
  test('can be read and sent from, or says that its servers have names of their own', () => {
    const { imap, pop3, smtp } = provider.servers
    const usable = smtp.length > 0 && imap.length + pop3.length > 0
    expect(usable || hasHint(provider, ['own-server-name'])).toBe(true)
  })

  test('has a way to sign in today', () => {
    expect(signInKindsOn(provider.comparedOn, provider)).not.toEqual([])
  })
})

describe.each(closed)('$id, closed to mail programs', ({ provider }) => {
  test('has no servers and says so', () => {
    expect(serverTextsOf(provider)).toEqual([])
    expect(hasHint(provider, ['no-mail-program'])).toBe(true)
  })
})

describe.each(relays)('$id, a relay', ({ provider }) => {
  test('only sends', () => {
    const { imap, pop3, smtp } = provider.servers
    expect([...imap, ...pop3]).toEqual([])
    expect(smtp).not.toEqual([])
  })

  test('receives for no domain', () => {
    expect([...provider.domains, ...provider.mx]).toEqual([])
  })
})

function serverTextsOf(provider: Provider): readonly string[] {
  return PROTOCOLS.flatMap((protocol) => provider.servers[protocol])
}

function endpointsOf(provider: Provider): readonly ServerEndpoint[] {
  return serverTextsOf(provider).flatMap((text) => endpointOf(text) ?? [])
}

function endpointOf(text: string): ServerEndpoint | null {
  const endpoint = parseEndpoint(
    'imap',
    text.replace('{domain}', 'example.org').replace('{mx}', 'mx.example.org'),
  )
  return endpoint.ok ? endpoint.value : null
}

function hasHint(provider: Provider, kinds: readonly HintKind[]): boolean {
  return provider.hints.some(({ kind }) => kinds.includes(kind))
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

interface Claim {
  readonly id: string
  readonly suffix: string
}

/** Claims of a name below one that another provider claims. */
function below(claims: readonly Claim[], others: readonly Claim[]): readonly string[] {
  return claims
    .filter(({ id, suffix }) =>
      others.some((other) => other.id !== id && suffix.endsWith(`.${other.suffix}`)),
    )
    .map(({ id }) => id)
}

function isHttps(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:'
}

function isWireDomain(text: string): boolean {
  const domain = parseDomainName(text)
  return domain.ok && domain.value.ascii === text
}

function isIsoDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10
}

import type { DiscoveryNote, OtherService } from '#shared/discovery/notes.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import type { AutoconfigDocument, ServerSection } from '#engine/discovery/autoconfig/document.ts'
import { webPage } from '#engine/discovery/web-page.ts'
import { childrenNamed, textOf, type XmlElement } from '#engine/discovery/read-xml.ts'

/** Kinds of server that Mailwright knows and does not set up, by the `type` of their sections. */
const SERVICES = new Map<string, OtherService>([
  ['jmap', 'jmap'],
  ['exchange', 'exchange'],
  ['ews', 'exchange'],
  ['graph', 'graph'],
  ['activesync', 'activesync'],
  ['eas', 'activesync'],
  ['caldav', 'caldav'],
  ['carddav', 'carddav'],
  ['webdav', 'webdav'],
])

const MAIL: ReadonlySet<string> = new Set(['imap', 'pop3', 'smtp'])

/** Sections for other things than mail, in the spellings of the draft's versions. */
const BESIDE_MAIL: ReadonlySet<string> = new Set([
  'calendar',
  'addressBook',
  'addressbook',
  'contacts',
  'fileShare',
])

/**
 * What a document says beside the servers: what has to be done first, where help is, and what else the domain offers.
 * @param host who has sent it
 */
export function notesIn(
  document: AutoconfigDocument,
  { domain, host }: { readonly domain: string; readonly host: string },
): readonly DiscoveryNote[] {
  const { provider, whole } = document
  return [
    ...enableFirst(provider, host),
    ...pages(provider, whole, host),
    ...document.sections.flatMap((section) => offerInSection(section, domain)),
    ...[...provider.children, ...whole.children].flatMap((element) => offerBeside(element, domain)),
    ...browserSignIn(document, domain),
  ]
}

function enableFirst(provider: XmlElement, host: string): readonly DiscoveryNote[] {
  return childrenNamed(provider, 'enable').flatMap((element) => {
    const instructions = childrenNamed(element, 'instruction')
    const english = instructions.find(({ attributes }) => attributes.get('lang') === 'en')
    const text = (english ?? instructions[0])?.text.trim().replace(/\s+/g, ' ') ?? ''
    const page = webPage(element.attributes.get('visiturl') ?? element.attributes.get('visitURL') ?? '')
    if (page === null && text === '') return []
    return [{ kind: 'enable-first', host, page, instruction: text === '' ? null : text } as const]
  })
}

/** One of each kind: a document may have a page for every program there is. */
function pages(provider: XmlElement, whole: XmlElement, host: string): readonly DiscoveryNote[] {
  const help = childrenNamed(provider, 'documentation').flatMap(
    ({ attributes }) => webPage(attributes.get('url') ?? '') ?? [],
  )
  const webMail = [provider, whole]
    .flatMap((element) => childrenNamed(element, 'webMail'))
    .flatMap((element) => childrenNamed(element, 'loginPage'))
    .flatMap(({ attributes }) => webPage(attributes.get('url') ?? '') ?? [])
  return [
    ...help.slice(0, 1).map((page) => ({ kind: 'help-page', host, page }) as const),
    ...webMail.slice(0, 1).map((page) => ({ kind: 'web-mail', host, page }) as const),
  ]
}

function offerInSection({ type, fields }: ServerSection, domain: string): readonly DiscoveryNote[] {
  if (MAIL.has(type)) return []
  const texts = ['url', 'ewsURL', 'owaURL', 'easURL', 'hostname'].flatMap((name) => fields.get(name) ?? [])
  return offer(type, texts, domain)
}

function offerBeside(element: XmlElement, domain: string): readonly DiscoveryNote[] {
  if (!BESIDE_MAIL.has(element.name)) return []
  const texts = ['url', 'serverURL', 'hostname'].map((name) => textOf(element, name))
  return offer(element.attributes.get('type') ?? '', texts, domain)
}

function offer(type: string, texts: readonly string[], domain: string): readonly DiscoveryNote[] {
  const host = texts
    .map((text) => publicHost(URL.parse(text)?.hostname ?? text))
    .find((name) => name !== null)
  const service = SERVICES.get(type.toLowerCase()) ?? 'other'
  return host === undefined || host === null ? [] : [{ kind: 'also-offers', domain, service, host }]
}

/** Endpoints without an issuer: nothing says whose they are, so they are named and not used. */
function browserSignIn({ whole, issuer }: AutoconfigDocument, domain: string): readonly DiscoveryNote[] {
  if (issuer !== null) return []
  return childrenNamed(whole, 'oAuth2').flatMap((element) => {
    const page = webPage(textOf(element, 'authURL'))
    return page === null
      ? []
      : [{ kind: 'also-offers', domain, service: 'oauth', host: new URL(page).hostname } as const]
  })
}

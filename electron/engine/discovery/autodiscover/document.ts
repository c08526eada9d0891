import type { Origin } from '#shared/discovery/candidates.ts'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { DiscoveryNote, OtherService } from '#shared/discovery/notes.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { USUAL_PORTS, type Protocol } from '#shared/domain/protocol.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import { readPort } from '#engine/discovery/port.ts'
import { childrenNamed, readXml, textOf, type XmlElement } from '#engine/discovery/read-xml.ts'

/** What an Autodiscover document in its older form (POX) says. */
export interface AutodiscoverDocument {
  readonly candidates: readonly Candidate[]
  readonly notes: readonly DiscoveryNote[]
  /** Where the document says that the answer is instead, `null` for nowhere. */
  readonly elsewhere: string | null
}

/** MS-OXDSCLI section 2.2.4.1.1.2.6; `host` is who has answered. */
export function readAutodiscover(
  body: Buffer,
  address: EmailAddress,
  origin: Origin,
  host: string,
): Outcome<AutodiscoverDocument, LookUpFault> {
  const root = readXml(body, 'Autodiscover')
  if (!root.ok) return root
  const accounts = childrenNamed(root.value, 'Response').flatMap((one) => childrenNamed(one, 'Account'))
  const sections = accounts.flatMap((account) => childrenNamed(account, 'Protocol'))
  const read = sections.map((section) => readSection(section, address, origin))
  const candidates = read.flatMap(({ candidate }) => candidate ?? [])
  const isOpen = candidates.length === 0 && read.some(({ status }) => status === 'open')
  const domain = address.domain.unicode
  return ok({
    candidates,
    notes: [
      ...(isOpen ? [{ kind: 'no-encryption', domain, host } as const] : []),
      ...sections.flatMap((section) => offerIn(section, domain)),
    ],
    elsewhere: accounts.map((account) => textOf(account, 'RedirectUrl')).find((url) => url !== '') ?? null,
  })
}

interface ReadSection {
  readonly candidate: Candidate | null
  readonly status: 'usable' | 'open' | 'other'
}

const PROTOCOL_NAMES = new Map<string, Protocol>([
  ['IMAP', 'imap'],
  ['POP3', 'pop3'],
  ['SMTP', 'smtp'],
])

/** `null` for what a document from outside must not lead to: an address, this computer, an unencrypted connection. */
function readSection(section: XmlElement, address: EmailAddress, origin: Origin): ReadSection {
  const protocol = PROTOCOL_NAMES.get(textOf(section, 'Type').toUpperCase())
  const host = publicHost(textOf(section, 'Server'))
  const port = readPort(textOf(section, 'Port'))
  if (protocol === undefined || host === null || port === null) return { candidate: null, status: 'other' }
  const security = securityOf(section, protocol, port)
  if (security === null) return { candidate: null, status: 'open' }
  const { source, trust, why } = origin
  const candidate: Candidate = {
    endpoint: { protocol, host, port, security },
    userName: userNameOf(textOf(section, 'LoginName'), address),
    auth: ['plain', 'login'],
    source,
    trust,
    why,
  }
  return { candidate, status: 'usable' }
}

/** `Encryption` goes before `SSL`, which is on where it is missing; with it, the port tells which kind is meant. */
function securityOf(section: XmlElement, protocol: Protocol, port: number): 'tls' | 'starttls' | null {
  const usual = USUAL_PORTS[protocol][port]
  switch (textOf(section, 'Encryption').toLowerCase()) {
    case 'ssl':
      return 'tls'
    case 'tls':
      return 'starttls'
    case 'none':
      return null
    case 'auto':
      return usual ?? null
    default:
      return textOf(section, 'SSL').toLowerCase() === 'off' ? null : (usual ?? 'tls')
  }
}

/** The document was asked for a mailbox that was made up: its name stands for that of the user. */
function userNameOf(text: string, address: EmailAddress): string {
  const name = text.toLowerCase()
  if (name === '' || name === `mailbox@${address.domain.ascii}` || name === '%emailaddress%')
    return address.ascii
  return name === 'mailbox' ? address.localPart : ''
}

const OFFERS = new Map<string, OtherService>([
  ['EXCH', 'exchange'],
  ['EXPR', 'exchange'],
  ['EXHTTP', 'exchange'],
  ['MOBILESYNC', 'activesync'],
  ['CALDAV', 'caldav'],
  ['CARDDAV', 'carddav'],
])

function offerIn(section: XmlElement, domain: string): readonly DiscoveryNote[] {
  const service = OFFERS.get(textOf(section, 'Type').toUpperCase())
  const server = textOf(section, 'Server')
  const place = [textOf(section, 'EwsUrl'), server].flatMap((text) => URL.parse(text)?.hostname ?? [])
  const host = publicHost(place[0] ?? server)
  return service === undefined || host === null ? [] : [{ kind: 'also-offers', domain, service, host }]
}

import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { userNameProblem } from '#shared/domain/credential-text.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import type { AuthMethod, Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Origin } from '#shared/discovery/candidates.ts'
import { plainWords } from '#shared/text/server-text.ts'
import { readPort } from '#engine/discovery/port.ts'
import type { ServerSection } from '#engine/discovery/autoconfig/document.ts'

/**
 * The sections of a document that can be used, in its order. One that is wrong is left out and the others are kept:
 * an old POP3 section with a plain socket says nothing about the IMAP section before it.
 */
export function candidatesIn(
  sections: readonly ServerSection[],
  address: EmailAddress,
  origin: Origin,
): readonly Candidate[] {
  return sections.flatMap((section) => {
    const protocol = protocolOf(section)
    const endpoint = protocol === null ? null : endpointOf(section, protocol, address)
    if (endpoint === null) return []
    const { source, trust, why } = origin
    const auth = authOf(section)
    if (auth === null) return []
    const named = section.issuer !== null && auth.includes('oauthbearer') ? { issuer: section.issuer } : {}
    return [{ endpoint, userName: userNameOf(section, address), auth, ...named, source, trust, why }]
  })
}

/** Whether a document has mail servers, and all of them without encryption. */
export function offersOnlyOpenLines(sections: readonly ServerSection[]): boolean {
  const mail = sections.filter((section) => protocolOf(section) !== null)
  return mail.length > 0 && mail.every((section) => onlyOne(section, 'socketType') === 'plain')
}

function protocolOf({ direction, type }: ServerSection): Protocol | null {
  if (direction === 'outgoingServer') return type === 'smtp' ? 'smtp' : null
  return type === 'imap' || type === 'pop3' ? type : null
}

/** `plain` is missing: an unencrypted connection is never proposed. */
const SECURITIES = new Map<string, 'tls' | 'starttls'>([
  ['SSL', 'tls'],
  ['STARTTLS', 'starttls'],
])

/**
 * `null` for what a document from outside must not lead to: an IP address, this computer, an unencrypted connection.
 * Also where a section names two hosts, ports or kinds of encryption: which one is meant is not for us to choose.
 */
function endpointOf(
  section: ServerSection,
  protocol: Protocol,
  address: EmailAddress,
): ServerEndpoint | null {
  const security = SECURITIES.get(onlyOne(section, 'socketType'))
  const port = readPort(onlyOne(section, 'port'))
  const host = publicHost(fill(onlyOne(section, 'hostname'), HOST_PLACEHOLDERS, address))
  if (security === undefined || host === null) return null
  return port === null ? null : { protocol, host, port, security }
}

type Placeholders = ReadonlyMap<string, (address: EmailAddress) => string>

/**
 * SECURITY: names are asked of name servers in the clear, and those of the domain keep lists. The domain is all of an
 * address that may leave this computer before the user says so; a host with any other placeholder is none.
 */
const HOST_PLACEHOLDERS: Placeholders = new Map([['%EMAILDOMAIN%', ({ domain }) => domain.ascii]])

const PLACEHOLDERS: Placeholders = new Map([
  ...HOST_PLACEHOLDERS,
  ['%EMAILADDRESS%', ({ ascii }) => ascii],
  ['%EMAILLOCALPART%', ({ localPart }) => localPart],
])

function fill(template: string, placeholders: Placeholders, address: EmailAddress): string {
  return template.replace(/%[A-Z]+%/g, (name) => placeholders.get(name)?.(address) ?? name)
}

/**
 * Empty where only the user can know it: a placeholder of another kind, or nothing that could be typed. A name with
 * something invisible in it goes on the wire as another one than is shown.
 */
function userNameOf(section: ServerSection, address: EmailAddress): string {
  const template = onlyOne(section, 'username')
  const name = fill(template, PLACEHOLDERS, address)
  const isOdd = plainWords(template) !== template || name.includes('%') || userNameProblem(name) !== null
  return isOdd ? '' : name
}

const METHODS = new Map<string, readonly AuthMethod[]>([
  ['password-cleartext', ['plain', 'login']],
  ['plain', ['plain', 'login']],
  ['password-encrypted', ['scram-sha-256', 'scram-sha-1', 'cram-md5']],
  ['secure', ['scram-sha-256', 'scram-sha-1', 'cram-md5']],
  ['OAuth2', ['oauthbearer', 'xoauth2']],
  // No sign-in at all, or one by the network the user is in: the servers are those, whatever they require from here.
  ['none', []],
  ['client-IP-address', []],
])

/**
 * The mechanisms that the section names, in its order, each once; `null` where it names none that is known here, and
 * the section is to be left out (draft-ietf-mailmaint-autoconfig). One without the element says nothing about it.
 */
function authOf(section: ServerSection): readonly AuthMethod[] | null {
  const named = section.fields.get('authentication') ?? []
  const known = named.flatMap((name) => {
    const methods = METHODS.get(name)
    return methods === undefined ? [] : [methods]
  })
  return named.length > 0 && known.length === 0 ? null : [...new Set(known.flat())]
}

/** Empty where it is missing, or there more than once. */
function onlyOne({ fields }: ServerSection, name: string): string {
  const [value = '', ...more] = fields.get(name) ?? []
  return more.length === 0 ? value : ''
}

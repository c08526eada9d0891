import { parseDomainName } from '../../shared/domain/domain-name.ts'
import { publicHost } from '../../shared/domain/host-name.ts'
import { PROTOCOLS, USUAL_PORTS, type Protocol } from '../../shared/domain/protocol.ts'
import type { WrittenRecord } from '../../shared/imported/record.ts'

/** One line of a file with public settings: what one file of one collection says. */
export interface SettingsLine {
  readonly db: string
  readonly file: string
  readonly domains: readonly string[]
  readonly mx?: readonly string[]
  readonly lastChecked?: string | null
  readonly status?: string
  readonly help?: readonly string[]
  /** `[host, port, encryption, user name]` */
  readonly servers: Readonly<
    Partial<Record<Protocol, readonly (readonly [string, number, string, string])[]>>
  >
}

/** A value that was not taken over, and why. */
export interface LeftOut {
  readonly place: string
  readonly value: string
  readonly why: 'broken' | 'not-encrypted' | 'port-and-encryption-disagree' | 'no-public-host' | 'no-domain'
}

export interface ImportResult {
  readonly records: readonly WrittenRecord[]
  readonly leftOut: readonly LeftOut[]
}

/** A port for servers among themselves: what takes mail there for sending is no submission (RFC 6409). */
const RELAY_PORT = 25

/** Takes over facts only, and only such as the product would use: encrypted, in the way the port stands for. */
export function importSettings(lines: readonly SettingsLine[]): ImportResult {
  const leftOut: LeftOut[] = []
  const records = lines.flatMap(perDomain).flatMap((line): readonly WrittenRecord[] => {
    const place = `${line.db}/${line.file}`
    if (line.status === 'BROKEN') {
      leftOut.push({ place, value: line.domains.join(' '), why: 'broken' })
      return []
    }
    const domains = line.domains.filter((domain) => isDomain(domain))
    for (const value of line.domains.filter((domain) => !isDomain(domain)))
      leftOut.push({ place, value, why: 'no-domain' })
    const servers = PROTOCOLS.flatMap((protocol) => takeServers(protocol, line, place, leftOut))
    if (servers.length === 0) return []
    const { mx = [], help = [], lastChecked = null } = line
    return [
      {
        collection: line.db,
        file: line.file,
        checked: lastChecked ?? '',
        domains: [...new Set(domains)].toSorted(),
        mx: [...new Set(mx)].toSorted(),
        servers: [...new Set(servers)],
        help: help.filter((page) => page.startsWith('https://')),
      },
    ]
  })
  return { records, leftOut }
}

const DOMAIN_OF_ADDRESS = /%emaildomain%/gi

/** A host that is made of the domain of the address: a line of its own for each domain, with the host spelled out. */
function perDomain(line: SettingsLine): readonly SettingsLine[] {
  const hosts = PROTOCOLS.flatMap((protocol) => (line.servers[protocol] ?? []).map(([host]) => host))
  if (!hosts.some((host) => host.search(DOMAIN_OF_ADDRESS) !== -1)) return [line]
  return line.domains.map((domain) => ({
    ...line,
    file: `${line.file}#${domain}`,
    domains: [domain],
    servers: Object.fromEntries(
      Object.entries(line.servers).map(([protocol, servers]) => [
        protocol,
        servers.map(([host, ...rest]) => [host.replace(DOMAIN_OF_ADDRESS, domain), ...rest] as const),
      ]),
    ),
  }))
}

function takeServers(
  protocol: Protocol,
  line: SettingsLine,
  place: string,
  leftOut: LeftOut[],
): readonly string[] {
  return (line.servers[protocol] ?? []).flatMap(([host, port, encryption, name]) => {
    const text = `${host}:${port}:${encryption}`
    const why = whyNot(protocol, host, port, encryption)
    if (why === null) return [`${protocol} ${text} ${userNameForm(name)}`]
    leftOut.push({ place, value: `${protocol} ${text}`, why })
    return []
  })
}

function whyNot(protocol: Protocol, host: string, port: number, encryption: string): LeftOut['why'] | null {
  if (publicHost(host) !== host || host.endsWith('.onion')) return 'no-public-host'
  if (encryption !== 'tls' && encryption !== 'starttls') return 'not-encrypted'
  const fits = port !== RELAY_PORT && USUAL_PORTS[protocol][port] === encryption
  return fits ? null : 'port-and-encryption-disagree'
}

/** A pattern of its own (`name.domain`) is something else: the user types it. */
function userNameForm(name: string): string {
  return name === 'address' || name === 'local-part' ? name : 'own'
}

function isDomain(text: string): boolean {
  const parsed = parseDomainName(text.replace(/^\*\./, ''))
  return parsed.ok && parsed.value.ascii === text.replace(/^\*\./, '')
}

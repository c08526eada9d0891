import { kindOn } from '#shared/catalogue/endings.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, USUAL_PORTS, type Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What the name of a server gives away before anything is tested. The user may still keep it. */
export type ServerAdvice =
  /** A host, or a port of it, that is gone or never was; `closed`: with the whole service. */
  | {
      readonly code: 'HOST_RETIRED'
      readonly provider: string
      readonly closed: boolean
      readonly instead: ServerEndpoint | null
    }
  /** The host of another service. `known`: the catalogue says so; otherwise its name does. */
  | {
      readonly code: 'SERVERS_SWAPPED'
      readonly known: boolean
      readonly serves: Protocol
      readonly instead: ServerEndpoint | null
    }

interface Role {
  readonly provider: Provider
  readonly protocol: Protocol
}

const retired = new Map(
  PROVIDERS.flatMap((provider) => provider.retiredHosts.map((host) => [host, provider] as const)),
)
const roles = Map.groupBy(
  PROVIDERS.flatMap((provider) =>
    PROTOCOLS.flatMap((protocol) =>
      provider.servers[protocol].map((text) => ({ provider, protocol, host: text.split(':')[0] ?? '' })),
    ),
  ),
  ({ host }) => host,
)

/**
 * What there is to say about a server that the user has typed; `null` for almost every one.
 * @param date the day it is asked about (`2026-11-20`): services close
 */
export function adviceAbout(date: string, endpoint: ServerEndpoint): ServerAdvice | null {
  const { host, port, protocol } = endpoint
  if (isLoopbackHost(host)) return null
  const former = retired.get(host) ?? retired.get(`${host}:${port}`)
  if (former !== undefined)
    return {
      code: 'HOST_RETIRED',
      provider: former.name,
      closed: false,
      instead: firstServer(former, protocol),
    }
  const known = roles.get(host)
  if (known === undefined) return adviceByName(endpoint)
  return closedWith(date, known) ?? adviceByRole(endpoint, known)
}

/** The servers of a service that has closed, where no other service uses them too. */
function closedWith(date: string, known: readonly Role[]): ServerAdvice | null {
  const [first] = known
  if (first === undefined || known.some(({ provider }) => !hasClosed(date, provider))) return null
  return { code: 'HOST_RETIRED', provider: first.provider.name, closed: true, instead: null }
}

function hasClosed(date: string, provider: Provider): boolean {
  return provider.kind !== 'closed' && kindOn(date, provider) === 'closed'
}

function adviceByRole({ protocol }: ServerEndpoint, known: readonly Role[]): ServerAdvice | null {
  const [first] = known
  if (first === undefined || known.some((role) => role.protocol === protocol)) return null
  const instead = firstServer(first.provider, protocol)
  return { code: 'SERVERS_SWAPPED', known: true, serves: first.protocol, instead }
}

/** Hosts outside the catalogue: only names that say the opposite. Many servers offer IMAP and POP3 under one name. */
function adviceByName({ host, protocol }: ServerEndpoint): ServerAdvice | null {
  const serves = serviceInName(host)
  if (serves === null || (serves === 'smtp') === (protocol === 'smtp')) return null
  return { code: 'SERVERS_SWAPPED', known: false, serves, instead: namesake(host, protocol) }
}

const SERVICE_NAME = /^(smtp|imap|pop)3?s?(?=[-.\d])/

function serviceInName(host: string): Protocol | null {
  const word = SERVICE_NAME.exec(host)?.[1]
  return word === 'smtp' || word === 'imap' ? word : word === 'pop' ? 'pop3' : null
}

/** `smtp.example.org` has most often an `imap.example.org` beside it: good enough for "did you mean". */
function namesake(host: string, protocol: Protocol): ServerEndpoint | null {
  const rest = /^(?:smtp|imap|pop)3?s?(\..+)$/.exec(host)?.[1]
  const [port] = Object.entries(USUAL_PORTS[protocol]).find(([, security]) => security === 'tls') ?? []
  if (rest === undefined || port === undefined) return null
  const word = protocol === 'pop3' ? 'pop' : protocol
  return { protocol, host: `${word}${rest}`, port: Number(port), security: 'tls' }
}

function firstServer(provider: Provider, protocol: Protocol): ServerEndpoint | null {
  const [text] = provider.servers[protocol]
  const endpoint = text === undefined ? null : parseEndpoint(protocol, text)
  return endpoint?.ok === true ? endpoint.value : null
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Provider } from '#shared/catalogue/provider.ts'
import { PRACTICE_FAULTS, type PracticeFault, type PracticeGuide } from '#shared/contract/practice.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, USUAL_PORTS, type Protocol } from '#shared/domain/protocol.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createCatalogueSource } from '#engine/discovery/catalogue-source.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer, Resolver } from '#engine/environment.ts'
import {
  createCertificateAuthority,
  type CertificateAuthority,
} from '#engine/practice/certificate-authority.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { judgeSignIn, practiceHost, practiceMailbox, practiceProvider } from '#engine/practice/mailboxes.ts'
import { practiceRecords } from '#engine/practice/practice-records.ts'
import { PracticeInbox } from '#engine/practice/practice-inbox.ts'
import { createPracticeCertificates } from '#engine/practice/practice-certificates.ts'
import { imapSession } from '#engine/practice/server/imap.ts'
import type { MailService } from '#engine/practice/server/mail-service.ts'
import { pop3Session } from '#engine/practice/server/pop3.ts'
import { serveMail, type SessionProtocol } from '#engine/practice/server/session.ts'
import { smtpSession } from '#engine/practice/server/smtp.ts'

const SESSIONS: Readonly<Record<Protocol, SessionProtocol>> = {
  smtp: smtpSession,
  imap: imapSession,
  pop3: pop3Session,
}
const MESSAGES_WAITING = 3

/** A small internet of its own: names, servers and an authority that exist for one run, on loopback only. */
export interface PracticeWorld {
  readonly guide: PracticeGuide
  readonly authority: CertificateAuthority
  readonly resolver: Resolver
  readonly dialer: Dialer
  readonly source: DiscoverySource
  readonly providerById: (id: string) => Provider | null
  readonly stop: () => Promise<void>
}

interface Endpoint {
  readonly fault: PracticeFault
  readonly protocol: Protocol
  readonly port: number
  readonly host: string
}

/** @param paceMs how long each server thinks before it answers */
export async function createPracticeWorld(paceMs: number): Promise<PracticeWorld> {
  const authority = await createCertificateAuthority('Mailwright Practice Authority')
  const endpoints = PRACTICE_FAULTS.flatMap(endpointsOf)
  const certificates = await createPracticeCertificates(authority, [
    ...new Set(endpoints.map((endpoint) => endpoint.host)),
  ])
  const servers = new Map<Endpoint, Promise<ScriptedServer>>()
  const inboxes = new Map(PRACTICE_FAULTS.map((fault) => [fault, new PracticeInbox(MESSAGES_WAITING)]))
  const serverBehind = (endpoint: Endpoint) => {
    const inbox = inboxes.get(endpoint.fault) ?? new PracticeInbox(MESSAGES_WAITING)
    const tlsFor = (host: string) => certificates.for(host)
    const running = servers.get(endpoint) ?? startListener(endpoint, { tlsFor, inbox, paceMs })
    servers.set(endpoint, running)
    return running
  }
  const providers = PRACTICE_FAULTS.map((fault) => practiceProvider(fault))
  return {
    guide: { mailboxes: PRACTICE_FAULTS.map(practiceMailbox) },
    authority,
    resolver: practiceResolver(endpoints, paceMs),
    dialer: practiceDialer(endpoints, serverBehind),
    source: createCatalogueSource(
      (domain) => providers.find(({ domains }) => domains.includes(domain)) ?? null,
    ),
    providerById: (id) => providers.find((provider) => provider.id === id) ?? null,
    stop: async () => {
      for (const server of servers.values()) await (await server).stop()
    },
  }
}

function endpointsOf(fault: PracticeFault): readonly Endpoint[] {
  return PROTOCOLS.flatMap((protocol) =>
    Object.keys(USUAL_PORTS[protocol]).map((port) => ({
      fault,
      protocol,
      port: Number(port),
      host: practiceHost(fault, protocol),
    })),
  )
}

interface EndpointService extends Pick<MailService, 'inbox' | 'paceMs'> {
  readonly tlsFor: (host: string) => ReturnType<MailService['tls']>
}

function startListener(endpoint: Endpoint, { tlsFor, inbox, paceMs }: EndpointService) {
  const { fault, protocol, port, host } = endpoint
  const security = USUAL_PORTS[protocol][port] ?? 'tls'
  const service: MailService = {
    hostName: host,
    endpoint: security === 'starttls' && fault === 'missing-starttls' ? 'clear' : security,
    tls: () => tlsFor(host),
    signIn: (userName, password) => judgeSignIn(fault, userName, password),
    inbox,
    paceMs,
  }
  return startScriptedServer(serveMail(service, SESSIONS[protocol]), { keepLog: 'no' })
}

const nothing = () => Promise.resolve(fail({ kind: 'name-not-found' }))

function practiceResolver(endpoints: readonly Endpoint[], paceMs: number): Resolver {
  const hosts = new Set(endpoints.map((endpoint) => endpoint.host))
  return {
    addresses: async (host) => {
      await delay(paceMs)
      if (isLoopbackHost(host)) return ok([{ address: '127.0.0.1', family: 4 }])
      return hosts.has(host) ? ok([{ address: '127.0.0.1', family: 4 }]) : fail({ kind: 'name-not-found' })
    },
    services: nothing,
    nameServers: nothing,
    ...practiceRecords(),
  }
}

function practiceDialer(
  endpoints: readonly Endpoint[],
  serverBehind: (endpoint: Endpoint) => Promise<ScriptedServer>,
): Dialer {
  return {
    connect: async (target, signal) => {
      const endpoint = endpoints.find(({ host, port }) => host === target.host && port === target.port)
      if (endpoint === undefined) return fail({ kind: 'refused' })
      if (endpoint.fault === 'blocked-port' && endpoint.port === 587) return neverAnswer(signal)
      const { port } = await serverBehind(endpoint)
      return tcpDialer.connect({ ...target, port }, signal)
    },
  }
}

/** What a firewall that drops packets looks like from inside. */
function neverAnswer(signal: AbortSignal): ReturnType<Dialer['connect']> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })), { once: true })
  })
}

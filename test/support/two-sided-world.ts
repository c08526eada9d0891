import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { writeRefreshToken } from '#engine/accounts/kept-refresh-token.ts'
import { createEngine } from '#engine/create-engine.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer, SecretStore } from '#engine/environment.ts'
import type { ServerTls } from '#engine/practice/kit/conversation.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { refreshTokenName, secretName } from '#engine/secrets/secret-name.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { mailServer } from './behaviour.ts'
import { authority, HOST, serverTls } from './certificates.ts'
import type { Page } from './discovery/web-server.ts'
import { LOGIN_HOST } from './oauth/oauth-server.ts'
import { ISSUER, startScriptedLogin } from './oauth/scripted-login.ts'
import { resolverWith } from './resolvers.ts'
import { TEST_LIMITS } from './test-limits.ts'

export const ADDRESS = 'anna@example.test'
export const OTHER_HOST = 'evil.example.test'

/** Addresses that lead nowhere (RFC 5737): a dialer sees only those, and the two sides have to be told apart. */
const OWN_ADDRESS = '192.0.2.1'
const OTHER_ADDRESS = '192.0.2.2'

const OWN_PORTS = ['imap:993', 'smtp:465'] as const
const OTHER_PORTS = ['imap:993', 'imap:1993', 'imap:143', 'smtp:465', 'smtp:587', 'pop3:995'] as const

export interface TwoSidedWorld {
  readonly handlers: EngineHandlers
  readonly useCases: UseCases
  /** What the servers of the account have received so far. */
  readonly receivedByOwn: () => string
  /** What everything else has received: another host, and the other ports of the same. */
  readonly receivedByOthers: () => string
  /** Leads to a server the attacker runs, whatever is asked for. */
  readonly attackersDialer: Dialer
  /** Keeps an account with the secrets it has. */
  readonly keep: (
    account: SavedAccount,
    secrets: { readonly password?: string; readonly sending?: string; readonly refreshToken?: string },
  ) => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * The engine between the servers of an account and those of an attacker, who has a certificate for every name. All of
 * them are real sockets.
 * @param token what the token endpoint of the account's issuer answers
 * @param impostor the certificate of the server behind `attackersDialer`
 */
export async function startTwoSidedWorld(token: Page, impostor: ServerTls): Promise<TwoSidedWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-two-sides-'))
  const accountsPath = join(folder, 'accounts.json')
  const tls = await serverTls({ dnsNames: [HOST, OTHER_HOST] })
  const own = await openPorts(OWN_PORTS, tls)
  const others = await openPorts(OTHER_PORTS, tls)
  const behindProxy = await startScriptedServer(mailServer('imap', 'tls', impostor, takesEverything('imap')))
  const login = await startScriptedLogin({ token })
  const endpointAt = (address: string, port: number) =>
    (address === OWN_ADDRESS ? own.get(port) : undefined) ?? others.get(port)
  const dialer: Dialer = {
    connect: (target, signal) => {
      const port = target.port === 443 ? login.web.port : (endpointAt(target.address, target.port)?.port ?? 1)
      const isProxy = target.address === '127.0.0.1'
      return tcpDialer.connect(
        { ...target, address: '127.0.0.1', port: isProxy ? target.port : port },
        signal,
      )
    },
  }
  const secrets = createMemoryStore('practice')
  const engine = engineIn(dialer, secrets, accountsPath)
  const textOf = (servers: readonly ScriptedServer[]) =>
    servers.flatMap(({ received }) => received.map(({ text }) => text)).join('')
  const outside = [...others.values(), behindProxy]
  return {
    handlers: engine.handlers,
    useCases: engine.useCases,
    receivedByOwn: () => textOf([...own.values()]),
    receivedByOthers: () => textOf(outside),
    attackersDialer: {
      connect: (target, signal) => tcpDialer.connect({ ...target, port: behindProxy.port }, signal),
    },
    keep: async (account, { password, sending, refreshToken }) => {
      await createAccountFile(accountsPath).update(() => [account])
      if (password !== undefined) await secrets.save(secretName(ADDRESS, 'account'), password)
      if (sending !== undefined) await secrets.save(secretName(ADDRESS, 'sending'), sending)
      if (refreshToken !== undefined) await secrets.save(refreshTokenName(ADDRESS), renewalWith(refreshToken))
    },
    stop: async () => {
      engine.close()
      for (const server of [...own.values(), ...outside]) await server.stop()
      await login.web.stop()
      await rm(folder, { recursive: true })
    },
  }
}

function engineIn(dialer: Dialer, secrets: SecretStore, accountsPath: string) {
  const openUrl = () => Promise.resolve(true)
  const real = systemEnvironment({ version: '0.0.0', host: 'desktop', openUrl })
  return createEngine({
    ...real,
    probe: {
      ...real.probe,
      resolver: resolverWith({ addresses: (host) => Promise.resolve(addressesOf(host)) }),
      dialer,
      proxy: null,
      controlHosts: [],
      trust: createTrustStore([authority.certificate]),
      limits: TEST_LIMITS,
    },
    sources: [],
    secrets,
    accountsPath,
    policy: null,
  })
}

function addressesOf(host: string) {
  const known: Readonly<Record<string, string>> = {
    [HOST]: OWN_ADDRESS,
    [OTHER_HOST]: OTHER_ADDRESS,
    [LOGIN_HOST]: OWN_ADDRESS,
  }
  const address = known[host]
  return address === undefined
    ? fail({ kind: 'name-not-found' } as const)
    : ok([{ address, family: 4 }] as const)
}

async function openPorts(endpoints: readonly `${Protocol}:${number}`[], tls: ServerTls) {
  const open = endpoints.map(async (endpoint) => {
    const [protocol, port] = endpoint.split(':') as [Protocol, string]
    const way = port === '143' || port === '587' ? 'starttls' : 'tls'
    const script = mailServer(protocol, way, tls, takesEverything(protocol))
    return [Number(port), await startScriptedServer(script)] as const
  })
  return new Map(await Promise.all(open))
}

/** Offers passwords and tokens alike, once the connection is encrypted. */
function takesEverything(protocol: Protocol) {
  if (protocol === 'imap') {
    const names = 'CAPABILITY IMAP4rev1 SASL-IR STARTTLS AUTH=PLAIN AUTH=XOAUTH2'
    return { greeting: `* OK [${names}] ready`, capabilities: `* ${names}\r\n{tag} OK done` }
  }
  if (protocol === 'pop3') return { capabilities: '+OK\r\nSTLS\r\nSASL PLAIN XOAUTH2\r\n.' }
  return { capabilities: `250-${HOST}\r\n250-STARTTLS\r\n250 AUTH PLAIN XOAUTH2` }
}

function renewalWith(refreshToken: string): string {
  return writeRefreshToken({
    issuer: ISSUER,
    tokenEndpoint: `${ISSUER}/token`,
    revocationEndpoint: null,
    client: { id: 'an-id', secret: null },
    refreshToken: new Secret(refreshToken),
  }).reveal()
}

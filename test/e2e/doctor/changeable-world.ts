import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpAddress } from '#shared/domain/stage.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createEngine } from '#engine/create-engine.ts'
import { proposalSource } from '#engine/discovery/proposal-source.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { Dialer } from '#engine/environment.ts'
import {
  startScriptedServer,
  type Script,
  type ScriptedServer,
} from '#engine/practice/kit/scripted-server.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { startBrowserHost } from '#host/server.ts'
import { inRoot } from '../../../scripts/lib/paths.ts'
import { authority } from '../../support/certificates.ts'
import { resolverWith } from '../../support/resolvers.ts'
import { TEST_LIMITS } from '../../support/test-limits.ts'

/** What the internet looks like from one network. */
export interface NetworkView {
  readonly name: string
  /** Behind `host:port`; what is not named here refuses. */
  readonly endpoints: Readonly<Record<string, Script>>
  /** Behind `host:port`, something the test has started itself: its port on this computer. */
  readonly started?: Readonly<Record<string, number>>
  /** Hosts, or single ports of them, whose packets are dropped. */
  readonly silent?: readonly string[]
  /** Where names lead, where it is not the truth; `null`: no host is said to have the name. */
  readonly names?: Readonly<Record<string, IpAddress | null>>
}

export interface ChangeableWorld {
  /** Opens the page; good for one use. */
  readonly link: string
  /** The computer is in another network, or the network has changed. */
  readonly show: (view: NetworkView) => void
  readonly stop: () => Promise<void>
}

const HERE: IpAddress = { address: '127.0.0.1', family: 4 }

/** The whole application in this process, in a world that a test can change while the page is open. */
export async function startChangeableWorld(first: NetworkView): Promise<ChangeableWorld> {
  const directory = await mkdtemp(join(tmpdir(), 'mailwright-doctor-'))
  const internet = new Internet(first)
  const real = systemEnvironment({ version: '0.0.0', host: 'browser', openUrl: () => Promise.resolve(true) })
  const engine = createEngine({
    ...real,
    probe: {
      ...real.probe,
      ...internet.tools,
      proxy: null,
      trust: createTrustStore([authority.certificate]),
      limits: TEST_LIMITS,
    },
    sources: [proposalSource],
    secrets: createMemoryStore('practice'),
    accountsPath: join(directory, 'accounts.json'),
  })
  const host = await startBrowserHost({
    handlers: engine.handlers,
    files: await loadStaticFiles(inRoot('dist/renderer')),
    onBug: (error) => console.error(error),
    onPages: () => {},
    onLinkUsed: () => {},
  })
  return {
    link: host.createLink(),
    show: (view) => internet.show(view),
    stop: async () => {
      await host.stop()
      engine.close()
      await internet.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

class Internet {
  readonly #servers = new Map<Script, Promise<ScriptedServer>>()
  #view: NetworkView

  constructor(view: NetworkView) {
    this.#view = view
  }

  show(view: NetworkView): void {
    this.#view = view
  }

  get tools() {
    return {
      resolver: resolverWith({ addresses: (host) => Promise.resolve(this.#lookUp(host)) }),
      dialer: { connect: (target, signal) => this.#connect(target, signal) } satisfies Dialer,
      network: () => this.#view.name,
    }
  }

  #lookUp(host: string) {
    const said = this.#view.names?.[host]
    if (said === null || host.endsWith('.invalid')) return fail({ kind: 'name-not-found' } as const)
    return ok([said ?? HERE])
  }

  #connect(target: Parameters<Dialer['connect']>[0], signal: AbortSignal): ReturnType<Dialer['connect']> {
    const { host, port } = target
    const { silent = [], endpoints, started = {} } = this.#view
    const own = started[`${host}:${port}`]
    if (own !== undefined) return tcpDialer.connect({ ...HERE, host, port: own }, signal)
    if (silent.includes(host) || silent.includes(`${host}:${port}`)) return untilAborted(signal)
    const script = endpoints[`${host}:${port}`]
    return script === undefined
      ? Promise.resolve(fail({ kind: 'refused' }))
      : this.#serverOf(script).then((server) =>
          tcpDialer.connect({ ...HERE, host, port: server.port }, signal),
        )
  }

  #serverOf(script: Script): Promise<ScriptedServer> {
    const server = this.#servers.get(script) ?? startScriptedServer(script)
    this.#servers.set(script, server)
    return server
  }

  async stop(): Promise<void> {
    for (const server of this.#servers.values()) await (await server).stop()
  }
}

function untilAborted(signal: AbortSignal): ReturnType<Dialer['connect']> {
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })), { once: true }),
  )
}

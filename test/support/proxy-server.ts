import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import { isIpv4 } from '#shared/domain/host-name.ts'
import type { ProxyKind, ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import type { Dialer } from '#engine/environment.ts'
import type { ServerTls } from '#engine/practice/kit/conversation.ts'
import { Secret } from '#engine/secret.ts'
import { Gone, ProxyWire } from './proxy-wire.ts'

/** What a proxy does instead of what it was asked for. */
export type ProxyAct = (wire: ProxyWire) => Promise<void> | void

export interface ProxyOptions {
  readonly kind: ProxyKind
  /** For the kind `https`. */
  readonly tls?: ServerTls
  /** The only sign-in it accepts; without one every client may use it. */
  readonly wants?: { readonly userName: string; readonly password: string }
  /** Misbehaves when the client has greeted (SOCKS), or when it has asked for a connection. */
  readonly onGreeting?: ProxyAct
  readonly onRequest?: ProxyAct
  /** Misbehaves only when it is asked for this port. */
  readonly atPort?: number
  /** How long it takes to connect. */
  readonly hesitatesMs?: number
  /** Sends the first words of the server in one piece with its own answer. */
  readonly glues?: 'yes'
}

export interface TestProxy {
  /** How to reach it, signed in as `wants` says unless told otherwise. */
  readonly server: (password?: string | null) => ProxyServer
  /** `host:port` as clients asked for it. */
  readonly requests: readonly string[]
  /** Every octet clients have sent, as the proxy itself sees it. */
  readonly seen: () => string
  readonly openConnections: number
  /** Mistakes in here, not in the client. */
  readonly mistakes: readonly unknown[]
  /** How the world behind the proxy is reached. */
  readonly leadTo: (dialer: Dialer) => void
  readonly stop: () => Promise<void>
}

interface Session {
  readonly wire: ProxyWire
  readonly options: ProxyOptions
  /** `null`: no server answers there. */
  readonly dial: (host: string, port: number) => Promise<Socket | null>
}

/** A small real proxy on a free loopback port. No name is resolved: every host is behind the dialer. */
export async function startProxy(options: ProxyOptions): Promise<TestProxy> {
  const requests: string[] = []
  const chunks: Buffer[] = []
  const mistakes: unknown[] = []
  const sockets = new Set<Socket>()
  let dialer: Dialer | null = null
  const dial: Session['dial'] = async (host, port) => {
    requests.push(`${host}:${port}`)
    await delay(options.hesitatesMs ?? 0)
    const target = { host, port, address: '127.0.0.1', family: 4 } as const
    const connected = await dialer?.connect(target, new AbortController().signal)
    return connected?.ok === true ? connected.value : null
  }
  const serve = (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    const wire = new ProxyWire(socket, (octets) => chunks.push(octets))
    const session = { wire, options, dial }
    const run = options.kind === 'socks5' ? socksSession(session) : httpSession(session)
    run.catch((error: unknown) => error instanceof Gone || mistakes.push(error))
  }
  const server = listen(options, serve)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => socket.destroy()))
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    server: (password = options.wants?.password ?? null) => ({
      kind: options.kind,
      host: '127.0.0.1',
      port,
      credentials:
        password === null
          ? null
          : { userName: options.wants?.userName ?? 'bert', password: new Secret(password) },
    }),
    requests,
    mistakes,
    seen: () => Buffer.concat(chunks).toString('latin1'),
    get openConnections() {
      return sockets.size
    },
    leadTo: (next) => {
      dialer = next
    },
    stop: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function listen({ kind, tls }: ProxyOptions, serve: (socket: Socket) => void): Server {
  if (kind !== 'https') return createServer({ noDelay: true }, serve)
  if (tls === undefined) throw new Error('a proxy with TLS needs a certificate')
  return createTlsServer({ cert: tls.certificate, key: tls.key }, serve)
}

const refused = (status: string) => `HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`

async function httpSession({ wire, options, dial }: Session): Promise<void> {
  const method = (await wire.take(8)).toString('latin1')
  if (method !== 'CONNECT ') return wire.endWith(refused('400 Bad Request'))
  const head = method + (await wire.takeHead())
  const [, host = '', port = ''] = /^CONNECT (\S+):(\d+) HTTP\/1\.1\r\nHost: \1:\2\r\n/.exec(head) ?? []
  if (host === '') return wire.endWith(refused('400 Bad Request'))
  const { wants } = options
  const pass = wants && Buffer.from(`${wants.userName}:${wants.password}`).toString('base64')
  if (pass !== undefined && !head.includes(`\r\nProxy-Authorization: Basic ${pass}\r\n`)) {
    return wire.endWith(refused('407 Who are you\r\nProxy-Authenticate: Basic realm="test"'))
  }
  const act = misbehaviour(options, Number(port))
  if (act !== null) return act(wire)
  const upstream = await dial(host, Number(port))
  const answer = upstream === null ? '502 Bad Gateway' : '200 Connection established'
  const reply = Buffer.from(`HTTP/1.1 ${answer}\r\nVia: 1.1 test\r\n\r\n`)
  return join({ wire, options, dial }, upstream, reply)
}

function misbehaviour({ onRequest, atPort }: ProxyOptions, port: number): ProxyAct | null {
  return onRequest === undefined || (atPort !== undefined && atPort !== port) ? null : onRequest
}

const SOCKS_BOUND = Buffer.of(0, 1, 127, 0, 0, 1, 0, 80)

async function socksSession({ wire, options, dial }: Session): Promise<void> {
  const { wants, onGreeting } = options
  if ((await wire.take(1)).readUInt8() !== 5) return wire.close()
  const ways = await wire.take((await wire.take(1)).readUInt8())
  if (onGreeting !== undefined) return onGreeting(wire)
  const way = wants === undefined ? 0 : 2
  if (!ways.includes(way)) return wire.endWith(Buffer.of(5, 0xff))
  wire.send(Buffer.of(5, way))
  if (wants !== undefined && !(await signsIn(wire, wants))) return wire.endWith(Buffer.of(1, 1))
  if (wants !== undefined) wire.send(Buffer.of(1, 0))
  const [, command, , type = 0] = await wire.take(4)
  const host = await socksHost(wire, type)
  const port = (await wire.take(2)).readUInt16BE()
  const act = misbehaviour(options, port)
  if (act !== null) return act(wire)
  const upstream = await dial(host, port)
  const status = command !== 1 ? 7 : upstream === null ? 5 : 0
  return join({ wire, options, dial }, upstream, Buffer.concat([Buffer.of(5, status), SOCKS_BOUND]))
}

async function signsIn(wire: ProxyWire, wants: NonNullable<ProxyOptions['wants']>): Promise<boolean> {
  await wire.take(1)
  const part = async () => (await wire.take((await wire.take(1)).readUInt8())).toString('utf8')
  const [userName, password] = [await part(), await part()]
  return userName === wants.userName && password === wants.password
}

async function socksHost(wire: ProxyWire, type: number): Promise<string> {
  if (type === 1) return (await wire.take(4)).join('.')
  if (type === 4) return `[${(await wire.take(16)).toString('hex')}]`
  const name = (await wire.take((await wire.take(1)).readUInt8())).toString('latin1')
  return isIpv4(name) ? `"${name}"` : name
}

async function join({ wire, options }: Session, upstream: Socket | null, reply: Buffer): Promise<void> {
  if (upstream === null) return wire.endWith(reply)
  const first = options.glues === 'yes' ? ((await once(upstream, 'data')) as [Buffer]) : []
  upstream.pause()
  wire.joinWith(upstream, Buffer.concat([reply, ...first]))
}

import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { Secret } from '#engine/secret.ts'
import { freePorts } from './free-ports.ts'
import { createJail, isUnpacked, type Jail } from './jail.ts'
import { waitForPort } from './wait.ts'

export const hasProxies: boolean = isUnpacked('proxies')

/** A real proxy on a free loopback port that lets one user in, and connects to one port alone where it can be told so. */
export interface RealProxy {
  /** How to reach it, with this password or without a sign-in. */
  readonly server: (password: string | null) => ProxyServer
  readonly log: () => string
  readonly stop: () => Promise<void>
}

export const PROXY_USER = { name: 'proxyuser', password: 'Proxy-4711' } as const

interface Make {
  readonly kind: ProxyServer['kind']
  readonly prepare: (jail: Jail, port: number, allowedPort: number) => Promise<void>
  readonly command: (port: number) => readonly [string, ...string[]]
  readonly runsAs: 'root' | 'nobody'
}

const { name, password } = PROXY_USER
/** Its password as the system keeps it (crypt with SHA-512): what Dante asks. */
const HASHED =
  '$6$mailwright$Lwyt1NSF9HX2Qr.y/t0KfslGOUspdVT4asCCp1zr6PkEeF9t4IgfJ7U1Fq8y6USqyXkoIJnotD3udmGoE14mq.'

export const REAL_PROXIES = {
  tinyproxy: {
    kind: 'http',
    runsAs: 'nobody',
    prepare: (jail, port, allowedPort) =>
      jail.write(
        'etc/tinyproxy.conf',
        `Port ${port}\nListen 127.0.0.1\nAllow 127.0.0.1\nBasicAuth ${name} ${password}\nConnectPort ${allowedPort}\n`,
      ),
    command: () => ['/usr/bin/tinyproxy', '-d', '-c', '/etc/tinyproxy.conf'],
  },
  dante: {
    kind: 'socks5',
    runsAs: 'root',
    prepare: async (jail, port, allowedPort) => {
      await jail.write('etc/shadow', `${name}:${HASHED}:20000::::::\n`, 0o600)
      await jail.write('etc/passwd', `${await jail.read('etc/passwd')}${name}:x:1000:1000::/:/bin/sh\n`)
      await jail.write('etc/danted.conf', danteConfiguration(port, allowedPort))
    },
    command: () => ['/usr/sbin/danted', '-f', '/etc/danted.conf'],
  },
  microsocks: {
    kind: 'socks5',
    runsAs: 'nobody',
    prepare: () => Promise.resolve(),
    command: (port) => [
      '/usr/bin/microsocks',
      '-i',
      '127.0.0.1',
      '-p',
      String(port),
      '-u',
      name,
      '-P',
      password,
    ],
  },
} as const satisfies Readonly<Record<string, Make>>

export async function startRealProxy(
  make: keyof typeof REAL_PROXIES,
  allowedPort: number,
): Promise<RealProxy> {
  const { kind, runsAs, prepare, command }: Make = REAL_PROXIES[make]
  const jail = await createJail('proxies')
  const [port = 0] = await freePorts(1)
  try {
    // The proxy looks the name up itself.
    await jail.write('etc/hosts', '127.0.0.1 localhost mail.example.test\n')
    await prepare(jail, port, allowedPort)
    jail.start(command(port), { as: runsAs })
    await waitForPort(port)
  } catch (error) {
    await jail.stop()
    throw new Error(`${make} did not start: ${jail.said()}`, { cause: error })
  }
  return {
    server: (given) => ({
      kind,
      host: '127.0.0.1',
      port,
      credentials: given === null ? null : { userName: name, password: new Secret(given) },
    }),
    log: jail.said,
    stop: jail.stop,
  }
}

function danteConfiguration(port: number, allowedPort: number): string {
  const client = 'from: 127.0.0.0/8 to: 0.0.0.0/0'
  return `
logoutput: stderr
internal: 127.0.0.1 port = ${port}
external: 127.0.0.1
socksmethod: username
clientmethod: none
user.privileged: root
user.unprivileged: nobody
client pass { ${client} }
socks pass { ${client} port = ${allowedPort} }
socks block { ${client} }
`
}

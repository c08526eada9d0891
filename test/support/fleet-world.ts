import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ResultLine } from '#shared/batch/result-line.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Act, type Turn } from './behaviour.ts'
import { authority, HOST, serverTls } from './certificates.ts'
import { createCanary, type Canary } from './canary.ts'
import { requireValue } from './checked-json.ts'
import { startDnsServer, type DnsServer } from './dns-server.ts'

/** How a server answers a sign-in; by the user name, which it counts. */
export type Answer = (userName: string, count: number, turn: Turn) => string | Promise<void>

/** A server for many accounts, with the name server and the files that go with it. */
export interface FleetWorld {
  readonly folder: string
  readonly canary: Canary
  /** Sign-ins by user name, in the order of the first. */
  readonly signIns: ReadonlyMap<string, number>
  readonly server: ScriptedServer
  /** `host:port:tls`, under the usual name or another. */
  readonly imap: (host?: string) => string
  /** Writes a file into the folder, and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>
  /** The words that every command needs here. */
  readonly options: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => Promise<void>
}

const YES = '{tag} OK in'
export const NO = '{tag} NO [AUTHENTICATIONFAILED] Authentication failed.'
export const BUSY = '{tag} NO [UNAVAILABLE] Try again later.'

/** @param hosts further names of the same server */
export async function startFleetWorld(
  answer: Answer = () => YES,
  hosts: readonly string[] = [],
): Promise<FleetWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-fleet-'))
  const signIns = new Map<string, number>()
  const names = await startNames([HOST, ...hosts])
  const server = await startScriptedServer(
    mailServer('imap', 'tls', await serverTls({ dnsNames: [HOST, ...hosts] }), {
      login: counted(signIns, answer),
    }),
    { keepLog: 'no' },
  )
  const canary = createCanary()
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  return {
    folder,
    canary,
    signIns,
    server,
    imap: (host = HOST) => `${host}:${server.port}:tls`,
    write: async (name, content) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    options: ['--no-color', '--ca', join(folder, 'ca.pem'), '--dns', names.address],
    env: { FLEET_SECRET: canary.secret, MAILWRIGHT_DATA_DIR: join(folder, 'data') },
    stop: async () => {
      await server.stop()
      await names.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function startNames(known: readonly string[]): Promise<DnsServer> {
  return startDnsServer(({ type, name }) =>
    type === 'A' && known.includes(name) ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
}

function counted(signIns: Map<string, number>, answer: Answer): Act {
  return async (turn) => {
    const userName = userNameOf(turn)
    const count = (signIns.get(userName) ?? 0) + 1
    signIns.set(userName, count)
    const said = await answer(userName, count, turn)
    if (typeof said === 'string') turn.conversation.send(said.replaceAll('{tag}', turn.tag))
  }
}

/** `AUTHENTICATE PLAIN` with the initial response (RFC 4616, RFC 4959). */
function userNameOf({ line }: Turn): string {
  return (
    Buffer.from(line.split(' ')[3] ?? '', 'base64')
      .toString('utf8')
      .split('\0')[1] ?? ''
  )
}

/** The addresses `user1@example.test` and so on. */
export function userNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `user${index + 1}@example.test`)
}

export function csvFor(addresses: readonly string[], imap: string, secret = 'env:FLEET_SECRET'): string {
  const rows = addresses.map((address) => `${address},${secret},${imap}`)
  return `${['address,secret,imap', ...rows].join('\r\n')}\r\n`
}

/** The lines of an output, as far as they are whole. */
export async function readResults(path: string): Promise<readonly ResultLine[]> {
  const content = await readFile(path, 'utf8')
  return content
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const value = JSON.parse(line) as ResultLine
      requireValue('batch', value)
      return value
    })
}

export function addressesIn(results: readonly ResultLine[]): readonly string[] {
  return results.map(({ row }) => row?.address ?? '').toSorted()
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Behaviour, type Endpoint } from './behaviour.ts'
import { authority, goodTls, HOST } from './certificates.ts'
import { startDnsServer } from './dns-server.ts'

export type MailServerOf = readonly [
  protocol: 'imap' | 'smtp',
  endpoint: Endpoint,
  behaviour?: Behaviour,
  tls?: typeof goodTls,
]

/** Mail servers of a test under names of their own, with what a command needs to find and to trust them. */
export interface MailWorld {
  /** Goes with the world. */
  readonly folder: string
  readonly serverOf: (name: string) => ScriptedServer
  /** As a text for a file of settings; of a name without a server a port on which nothing listens. */
  readonly portOf: (name: string) => string
  /** The words that every command needs here. */
  readonly options: readonly string[]
  readonly stop: () => Promise<void>
}

/** @param hosts the names that lead to these servers */
export async function startMailWorld(
  wanted: Readonly<Record<string, MailServerOf>>,
  hosts: readonly string[] = [HOST],
): Promise<MailWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-mail-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  const names = await startDnsServer(({ type, name }) =>
    type === 'A' && hosts.includes(name) ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
  const started = Object.entries(wanted).map(
    async ([name, [protocol, endpoint, behaviour = {}, tls = goodTls]]) =>
      [name, await startScriptedServer(mailServer(protocol, endpoint, tls, behaviour))] as const,
  )
  const servers = new Map(await Promise.all(started))
  return {
    folder,
    serverOf: (name) => {
      const server = servers.get(name)
      if (server === undefined) throw new Error(`there is no server ${name}`)
      return server
    },
    portOf: (name) => String(servers.get(name)?.port ?? 1),
    options: ['--no-color', '--ca', join(folder, 'ca.pem'), '--dns', names.address, '--timeout', '5'],
    stop: async () => {
      await Promise.all([...servers.values()].map((server) => server.stop()))
      await names.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** What a server says to a password. */
export const REFUSES: Behaviour = {
  login: ({ conversation, tag }) =>
    Promise.resolve(conversation.send(tag === '' ? '535 5.7.8 no' : `${tag} NO [AUTHENTICATIONFAILED] no`)),
}
/** What a server says to a program that sends without a sign-in. */
export const WANTS_SIGN_IN: Behaviour = { unknown: '530 5.7.0 Authentication required' }

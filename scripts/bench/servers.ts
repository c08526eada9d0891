import { spawnSync } from 'node:child_process'
import { imapSession } from '#engine/practice/server/imap.ts'
import { pop3Session } from '#engine/practice/server/pop3.ts'
import { serveMail } from '#engine/practice/server/session.ts'
import { smtpSession } from '#engine/practice/server/smtp.ts'
import { PracticeInbox } from '#engine/practice/practice-inbox.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { authority } from '../../test/support/certificates.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../../test/support/real/dovecot.ts'
import { ANNA, startMailPair } from '../../test/support/real/mail-pair.ts'
import { hasPostfix } from '../../test/support/real/postfix.ts'
import { findProgram } from '../../test/support/real/programs.ts'
import { LINES } from './lines.ts'

/** By registered port, the port on which the server listens. */
export type Ports = Readonly<Record<number, number>>

/** One server for every line, on loopback. */
export interface BenchServers {
  readonly description: string
  readonly ports: Ports
  readonly stop: () => Promise<void>
}

/** The name the servers' certificate is made out to. */
export const HOST = 'localhost'
export const USER = ANNA

/** The real ones as far as they are installed here, scripted ones for the rest. */
export async function startServers(): Promise<BenchServers> {
  if (hasDovecot && hasPostfix) {
    const { dovecot, postfix, stop } = await startMailPair()
    const { submission, submissions } = postfix.ports
    return {
      description: `Dovecot ${versionOf('dovecot', ['--version'])} and Postfix ${versionOf('postconf', ['-dh', 'mail_version'])}`,
      ports: { ...mailboxPorts(dovecot), 465: submissions, 587: submission },
      stop,
    }
  }
  if (hasDovecot) {
    const dovecot = await startDovecot({ ...(await certificate()), users: [USER] })
    const { submission, submissions } = dovecot.ports
    return {
      description: `Dovecot ${versionOf('dovecot', ['--version'])}, no Postfix here`,
      ports: { ...mailboxPorts(dovecot), 465: submissions, 587: submission },
      stop: () => dovecot.stop(),
    }
  }
  return { description: 'scripted servers, no Dovecot here', ...(await startScripted()) }
}

export interface ScriptedServers extends Pick<BenchServers, 'ports' | 'stop'> {
  readonly openConnections: () => number
}

/**
 * The practice servers, where real ones cannot be had or would only get in the way.
 * @param paceMs how long each of them takes for every single answer
 */
export async function startScripted(paceMs = 0): Promise<ScriptedServers> {
  const tls = await certificate()
  const sessions = { smtp: smtpSession, imap: imapSession, pop3: pop3Session }
  const servers = await Promise.all(
    LINES.map(async ({ protocol, security, port }) => {
      const service = {
        hostName: HOST,
        endpoint: security,
        tls: () => tls,
        signIn: (userName: string, password: string) =>
          userName === USER.name && password === USER.password
            ? ('accepted' as const)
            : ('wrong-password' as const),
        inbox: new PracticeInbox(3),
        paceMs,
      }
      const script = serveMail(service, sessions[protocol])
      return { port, server: await startScriptedServer(script, { keepLog: 'no' }) }
    }),
  )
  return {
    ports: Object.fromEntries(servers.map(({ port, server }) => [port, server.port])),
    openConnections: () => servers.reduce((total, { server }) => total + server.openConnections, 0),
    stop: async () => {
      await Promise.all(servers.map(({ server }) => server.stop()))
    },
  }
}

function certificate() {
  return authority.issue({ dnsNames: [HOST], ipAddresses: ['127.0.0.1'] })
}

function mailboxPorts({ ports }: Dovecot): Ports {
  return { 993: ports.imaps, 143: ports.imap, 995: ports.pop3s, 110: ports.pop3 }
}

function versionOf(program: string, args: readonly string[]): string {
  const { stdout } = spawnSync(findProgram(program) ?? program, args, { encoding: 'utf8' })
  return stdout.split(' ')[0]?.trim() ?? ''
}

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { authority } from '../../test/support/certificates.ts'
import { findProgram } from '../../test/support/real/programs.ts'
import type { Line } from './lines.ts'
import { HOST, USER } from './servers.ts'

/** Another program that tests a mail account. */
export interface Tool {
  readonly name: string
  readonly knows: (line: Line) => boolean
  /** Signs in, or rejects. */
  readonly signIn: (line: Line, port: number) => Promise<void>
}

const tls = { ca: authority.certificate, servername: HOST }

const nodemailer: Tool = {
  name: 'nodemailer verify()',
  knows: ({ protocol }) => protocol === 'smtp',
  signIn: async ({ security }, port) => {
    const transport = createTransport({
      host: '127.0.0.1',
      port,
      secure: security === 'tls',
      requireTLS: true,
      name: '[127.0.0.1]',
      auth: { user: USER.name, pass: USER.password },
      tls,
    })
    await transport.verify()
    transport.close()
  },
}

/** The programs to compare with, as far as they are here. */
export async function findTools(): Promise<{
  readonly tools: readonly Tool[]
  readonly missing: readonly string[]
}> {
  const candidates = [
    ['nodemailer', nodemailer],
    ['ImapFlow', await findImapFlow()],
    ['curl', findCurl()],
  ] as const
  return {
    tools: candidates.flatMap(([, tool]) => tool ?? []),
    missing: candidates.flatMap(([name, tool]) => (tool === null ? [name] : [])),
  }
}

interface ImapFlowModule {
  readonly ImapFlow: new (options: Readonly<Record<string, unknown>>) => {
    connect(): Promise<void>
    close(): void
  }
}

/** It brings two dozen packages along, so it is not part of the installation; `null` where it was not added. */
async function findImapFlow(): Promise<Tool | null> {
  const name = 'imapflow'
  const found = (await import(name).catch(() => null)) as ImapFlowModule | null
  if (found === null) return null
  return {
    name: 'ImapFlow connect()',
    knows: ({ protocol }) => protocol === 'imap',
    signIn: async ({ security }, port) => {
      const secure = security === 'tls'
      const client = new found.ImapFlow({
        host: '127.0.0.1',
        port,
        secure,
        ...(secure ? {} : { doSTARTTLS: true }),
        auth: { user: USER.name, pass: USER.password },
        logger: false,
        tls,
      })
      await client.connect()
      client.close()
    },
  }
}

/** The whole program, from its start to its end, because that is what its user waits for. */
function findCurl(): Tool | null {
  const program = findProgram('curl')
  if (program === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'mailwright-bench-'))
  const ca = join(folder, 'ca.pem')
  writeFileSync(ca, authority.certificate)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return {
    name: 'curl',
    knows: () => true,
    signIn: ({ protocol, security }, port) => {
      const scheme = `${protocol}${security === 'tls' ? 's' : ''}`
      const args = ['--silent', '--show-error', '--ssl-reqd', '--cacert', ca, '--max-time', '20']
      // Without a goal curl would fetch a list or a message.
      const goal = ['-X', 'NOOP', ...(protocol === 'pop3' ? ['--head'] : [])]
      const url = `${scheme}://127.0.0.1:${port}/`
      return run(program, [...args, '--user', `${USER.name}:${USER.password}`, ...goal, url])
    },
  }
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8')
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program}: ${complaint || `exit status ${code}`}`)),
    )
  })
}

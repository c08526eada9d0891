import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authority } from '../support/certificates.ts'
import { runCli, type CliRun } from '../support/cli.ts'
import { hasDovecot } from '../support/real/dovecot.ts'
import { ANNA, startMailPair } from '../support/real/mail-pair.ts'
import { hasPostfix } from '../support/real/postfix.ts'

export const hasServers: boolean = hasDovecot && hasPostfix

export interface CheckJson {
  readonly schema: number
  readonly verdict: string
  readonly endpoints: readonly {
    readonly code: string
    readonly passwordSent: string
    readonly verdict: string
    readonly stages: readonly { readonly stage: string; readonly status: string }[]
  }[]
}

export interface TerminalWorld {
  /** For files of the test. */
  readonly directory: string
  /** The certificate of the authority that issued those of both servers. */
  readonly ca: string
  /** A relay without a sign-in, as `--smtp` takes it. */
  readonly relay: string
  /** Runs `check` on the three servers. */
  run(password: string, ...more: readonly string[]): Promise<CliRun>
  /** The same with `--json`. */
  check(password: string, ...more: readonly string[]): Promise<CliRun & { readonly json: CheckJson }>
  stop(): Promise<void>
}

/** Real Dovecot and Postfix, and the terminal pointed at them. */
export async function startTerminalWorld(): Promise<TerminalWorld> {
  const pair = await startMailPair()
  const directory = await mkdtemp(join(tmpdir(), 'mailwright-terminal-'))
  const ca = join(directory, 'ca.pem')
  await writeFile(ca, authority.certificate)
  const servers = [
    '--imap',
    `localhost:${pair.dovecot.ports.imaps}:tls`,
    '--pop3',
    `localhost:${pair.dovecot.ports.pop3}:starttls`,
    '--smtp',
    `localhost:${pair.postfix.ports.submission}:starttls`,
  ]
  const run: TerminalWorld['run'] = (password, ...more) =>
    runCli(['check', ANNA.name, ...servers, '--password-stdin', ...more], { input: `${password}\n` })
  return {
    directory,
    ca,
    relay: `localhost:${pair.postfix.ports.relay}:starttls`,
    run,
    check: async (password, ...more) => {
      const ended = await run(password, '--json', ...more)
      return { ...ended, json: JSON.parse(ended.results) as CheckJson }
    },
    stop: async () => {
      await pair.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

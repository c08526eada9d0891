import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import type { Dovecot } from './dovecot.ts'

/** The sign-ins over IMAP that Dovecot has seen of a user. */
async function signIns({ log }: Dovecot, user: string): Promise<number> {
  return (await log()).split(`imap-login: Info: Login: user=<${user}>`).length - 1
}

export interface TerminalProgram {
  /** For a shell. */
  readonly command: string
  readonly env: NodeJS.ProcessEnv
  /** How long it may take; it is ended as soon as it has signed in. */
  readonly patienceMs?: number
}

/** Runs a program that draws on a terminal, until its user has signed in once more, and ends it. */
export async function signsIn(
  dovecot: Dovecot,
  user: string,
  { command, env, patienceMs = 10_000 }: TerminalProgram,
): Promise<boolean> {
  const before = await signIns(dovecot, user)
  const terminal = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH: `${env['HOME'] ?? ''}:${process.env['PATH'] ?? ''}`, TERM: 'xterm', ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => terminal.once('exit', () => resolve()))
  const until = performance.now() + patienceMs
  while ((await signIns(dovecot, user)) === before && performance.now() < until) await delay(50)
  terminal.kill('SIGTERM')
  await ended
  return (await signIns(dovecot, user)) > before
}

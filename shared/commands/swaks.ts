import type { CommandSubject } from '#shared/commands/command-subject.ts'
import { shellCommand, type CommandPart } from '#shared/commands/shell-command.ts'

/** Those of swaks that Mailwright speaks too. */
const MECHANISMS = new Set(['PLAIN', 'LOGIN', 'CRAM-MD5'])

/**
 * The same exchange with swaks, the test program of postmasters: as far as the test went, and no message is sent. It
 * asks for the password and hides it in what it prints. `null` for what it does not speak, IMAP and POP3, and for
 * a name that begins with a hyphen, which it would take for an option.
 */
export function swaksCommand(subject: CommandSubject): string | null {
  const { endpoint, family, ehloName } = subject
  const { protocol, host, port, security } = endpoint
  if (protocol !== 'smtp') return null
  const parts: readonly CommandPart[] = [
    'swaks',
    ['--server', host],
    ['--port', String(port)],
    ...(security === 'tls' ? ['--tls-on-connect'] : security === 'starttls' ? ['--tls'] : []),
    ...(security === 'none' ? [] : ['--tls-verify']),
    ...(family === null ? [] : [`-${family}`]),
    ...(ehloName === null ? [] : [['--ehlo', ehloName] as const]),
    ...extentOf(subject),
  ]
  return shellCommand(parts, 'impossible')
}

/** How far it goes: to the sign-in, to the question whether a relay takes mail, or to the capabilities. */
function extentOf({ signIn, address }: CommandSubject): readonly CommandPart[] {
  if (signIn.kind === 'relay')
    return [
      ['--from', address],
      ['--to', address],
      ['--quit-after', 'RCPT'],
    ]
  if (signIn.kind === 'left-out' || signIn.mechanism === null || !MECHANISMS.has(signIn.mechanism))
    return [['--quit-after', 'HELO']]
  return [
    ['--auth', signIn.mechanism],
    ['--auth-user', signIn.userName],
    '--protect-prompt',
    '--auth-hide-password',
    ['--quit-after', 'AUTH'],
  ]
}

import type { CommandSignIn, CommandSubject } from '#shared/commands/command-subject.ts'
import { shellCommand, type CommandPart } from '#shared/commands/shell-command.ts'
import { takesCredential } from '#shared/domain/mechanism.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { assertNever } from '#shared/outcome.ts'

/** The same test in a terminal: it asks for the password, or reads a token from a pipe. */
export function mailwrightCommand(subject: CommandSubject): string | null {
  const { address, endpoint, family, ehloName } = subject
  const parts: readonly CommandPart[] = [
    'mailwright',
    'check',
    [`--${endpoint.protocol}`, formatEndpoint(endpoint)],
    ...signInOf(subject.signIn),
    ...(family === null ? [] : [`--ipv${family}`]),
    ...(ehloName === null || endpoint.protocol !== 'smtp' ? [] : [['--ehlo', ehloName] as const]),
    // An address may begin with a hyphen.
    '--',
    address,
  ]
  return shellCommand(parts, 'glued')
}

function signInOf(signIn: CommandSignIn): readonly CommandPart[] {
  switch (signIn.kind) {
    case 'relay':
      return ['--smtp-no-login']
    case 'left-out':
      return ['--no-login']
    case 'sign-in': {
      const { userName, mechanism } = signIn
      const user = ['--user', userName] as const
      if (mechanism === null) return [user]
      const auth = ['--auth', mechanism] as const
      return takesCredential(mechanism, 'token') ? [user, auth, '--token-stdin'] : [user, auth]
    }
    default:
      return assertNever(signIn)
  }
}

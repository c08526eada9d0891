import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { askSecret, readSecret } from '#cli/prompt.ts'

/** Where the secret comes from: a pipe, a prompt, or nowhere, also where no service needs one. It is never an argument. */
export async function readCredential(
  invocation: Invocation,
  address: string,
  services: readonly ConfirmedService[],
): Promise<Credential | null> {
  const { values, terminal, translator } = invocation
  const ways = ['password-stdin', 'token-stdin', 'no-login'].filter((name) => values[name] === true)
  if (ways.length > 1) throw new UsageError('give only one of --password-stdin, --token-stdin and --no-login')
  if (services.every(({ signIn }) => signIn === 'none')) return null
  switch (ways[0]) {
    case 'no-login':
      return null
    case 'token-stdin':
      return { kind: 'token', secret: new Secret(await readSecret(terminal)) }
    case 'password-stdin':
      return { kind: 'password', secret: new Secret(await readSecret(terminal)) }
    default: {
      if (terminal.input.isTTY !== true)
        throw new UsageError('give --password-stdin, --token-stdin or --no-login')
      const typed = await askSecret(terminal, translator.t('cli.ask-password', { address }))
      return { kind: 'password', secret: new Secret(typed) }
    }
  }
}

import { takesAppPasswordsAlone } from '#shared/catalogue/app-password.ts'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { isMeantAsAppPassword } from '#cli/check/ask-about-format.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { askSecret, readSecret } from '#cli/prompt.ts'

/** All of a check that matters for what is typed. */
type SubjectToSignIn = Pick<CheckSubject, 'services' | 'address'> & {
  readonly discovery: Pick<CheckSubject['discovery'], 'provider'>
}

/**
 * What the user gives to sign in with, from a pipe or a prompt, as it was given: the engine knows what of it is sent.
 * `null` where nothing is asked for, also where no service needs a sign-in. A secret is never an argument.
 */
export async function readCredential(
  { services, address, discovery: { provider } }: SubjectToSignIn,
  { way }: Pick<CheckOptions, 'way'>,
  invocation: Invocation,
): Promise<GivenCredential | null> {
  const { terminal, translator } = invocation
  const isGiven = way === 'no-login' || way === 'saved' || way === 'sign-in'
  if (isGiven || services.every(({ signIn }) => signIn === 'none')) return null
  if (way === 'token-stdin') return { kind: 'token', secret: await readSecret(terminal) }
  if (way === 'ask' && terminal.input.isTTY !== true) throw new UsageError('cli.usage.credential')
  const question = translator.t('cli.ask-password', { address: address.unicode })
  const read = () => (way === 'ask' ? askSecret(terminal, question) : readSecret(terminal))
  let secret = await read()
  while (!(await isMeantAsAppPassword(secret, provider, invocation))) secret = await read()
  return { kind: takesAppPassword(provider) ? 'app-password' : 'password', secret }
}

/** Whether what this provider takes in mail programs is an app password, as the engine has to know it. */
export function takesAppPassword(provider: DiscoveredProvider | null): boolean {
  return (
    provider !== null && (provider.appPasswordFormat !== undefined || takesAppPasswordsAlone(provider.signIn))
  )
}

import { appPasswordToSend } from '#shared/catalogue/app-password.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import { isMeantAsAppPassword } from '#cli/check/ask-about-look.ts'
import type { CheckSubject } from '#cli/check/plan-subject.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import { keptCredential } from '#cli/check/saved-account.ts'
import { signInWithoutPassword, type SignInPlan } from '#cli/check/sign-in.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

const OTHER_WAYS = ['password-stdin', 'token-stdin', 'no-login', 'saved']

export function requireOneWay(values: Invocation['values']): void {
  const other = OTHER_WAYS.find((name) => values[name] === true)
  if (other !== undefined) throw new UsageError(`give only one of --sign-in and --${other}`)
}

/** Who signs in: with what, and what gets the next token where it is one. */
export interface Identity {
  readonly credential: Credential | null
  readonly grant: Grant | null
}

/** What to sign in with: from the browser, from the keychain, from a pipe or a prompt. */
export async function identityFor(
  signIn: SignInPlan | null,
  subject: CheckSubject & { readonly address: EmailAddress },
  ports: EnginePorts,
  invocation: Invocation,
): Promise<Outcome<Identity, OAuthFinding>> {
  if (subject.saved !== null) {
    const kept = await keptCredential(subject.saved, ports, invocation)
    return kept.ok ? ok({ credential: kept.value, grant: null }) : kept
  }
  if (signIn !== null) return signInWithoutPassword(signIn, subject, ports, invocation)
  const { address, services, provider } = subject
  const date = ports.probe.clock.date().toISOString().slice(0, 10)
  let typed = await readCredential(invocation, address.unicode, services)
  while (!(await isMeantAsAppPassword(typed, provider, date, invocation)))
    typed = await readCredential(invocation, address.unicode, services)
  return ok({ credential: asProviderTakesIt(typed, provider), grant: null })
}

/** An app password as it was copied from the provider's page, without what stands there for the eye. */
function asProviderTakesIt(typed: Credential | null, provider: Provider | null): Credential | null {
  const look = provider?.appPasswordLook ?? null
  if (typed === null || typed.kind === 'token' || look === null) return typed
  return { ...typed, secret: new Secret(appPasswordToSend(look, typed.secret.reveal())) }
}

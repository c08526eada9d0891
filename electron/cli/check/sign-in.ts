import { OAUTH_WAYS, type OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { oauthPlace } from '#engine/oauth/server.ts'
import { placeFor } from '#engine/oauth/offer.ts'
import { authorizeSetup, type AuthorizeRequest } from '#engine/setup/authorize-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { openUrl } from '#host/open-url.ts'
import type { Identity } from '#cli/check/credential-for.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { say } from '#cli/terminal.ts'

/** What `--sign-in` and its companions say; `null` where a password or a token is used. */
export interface SignInPlan {
  readonly way: OAuthWay
  readonly clientId: string | null
  readonly issuer: string | null
}

export function readSignIn({ values }: Pick<Invocation, 'values'>): SignInPlan | null {
  const way = OAUTH_WAYS.find((known) => known === values['sign-in'])
  const clientId = typeof values['client-id'] === 'string' ? values['client-id'] : null
  const issuer = typeof values['issuer'] === 'string' ? values['issuer'] : null
  if (values['sign-in'] === undefined) {
    if (clientId !== null || issuer !== null) throw new UsageError('--client-id and --issuer need --sign-in')
    return null
  }
  if (way === undefined) throw new UsageError('--sign-in takes browser or device')
  if (issuer !== null && oauthPlace(null, issuer) === null)
    throw new UsageError('--issuer takes the https address of a sign-in server')
  return { way, clientId, issuer }
}

export interface Account {
  readonly address: EmailAddress
  readonly provider: Provider | null
  readonly services: readonly ConfirmedService[]
  /** The sign-in server that the domain has announced. */
  readonly announced: string | null
}

/** Signs in with the browser or with a code. The address and the code go to standard error, the token nowhere. */
export async function signInWithoutPassword(
  { way, clientId, issuer }: SignInPlan,
  { address, provider, services, announced }: Account,
  ports: EnginePorts,
  invocation: Invocation,
): Promise<Outcome<Identity, OAuthFinding>> {
  const { terminal, translator } = invocation
  const setups = new Setups()
  const place = placeFor(provider, announced)
  const setup = setups.begin({ address, provider, services, place })
  const request: AuthorizeRequest = {
    setupId: setup.id,
    way,
    client: clientId === null ? null : { id: clientId, secret: null },
    issuer,
    language: translator.language,
  }
  const around = { ...ports.oauth, tools: ports.probe, openUrl }
  let consentUrl: string | null = null
  for await (const event of authorizeSetup(setups, request, terminal.signal, around)) {
    if (event.type === 'approval') consentUrl = event.finding.consentUrl
    tell(event, consentUrl, invocation)
    if (event.type === 'failed') return fail(event.finding)
  }
  const { credential, grant } = setup
  if (credential === null) throw new Error('the sign-in ended without a result')
  return ok({ credential, grant })
}

/** The link for an administrator comes after the one for the user, who is to take theirs. */
function tell(
  event: SignInEvent,
  consentUrl: string | null,
  { terminal, translator: { t } }: Invocation,
): void {
  if (event.type === 'opened') say(terminal, t(`cli.oauth.opened.${event.opened}`, { url: event.url }))
  if (event.type === 'code') {
    const minutes = Math.floor(event.seconds / 60)
    say(terminal, t('cli.oauth.code', { url: event.url, code: event.code, minutes }))
  }
  const isWaiting = event.type === 'opened' || event.type === 'code'
  if (isWaiting && consentUrl !== null) say(terminal, t('cli.oauth.approval', { url: consentUrl }))
  if (event.type === 'stray') say(terminal, t('oauth.stray'))
  if (event.type === 'done') say(terminal, t('cli.oauth.done'))
}

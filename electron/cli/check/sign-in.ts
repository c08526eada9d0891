import { OAUTH_WAYS, type OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { parseIssuerAddress } from '#engine/oauth/issuer-address.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { present } from '#cli/present.ts'
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
    if (clientId !== null || issuer !== null) throw new UsageError('cli.usage.sign-in-missing')
    return null
  }
  if (way === undefined) throw new UsageError('cli.usage.sign-in')
  if (issuer !== null && parseIssuerAddress(issuer) === null) throw new UsageError('cli.usage.issuer')
  return { way, clientId, issuer }
}

/**
 * Signs in with the browser or with a code. The address and the code go to standard error; the token stays in the engine.
 * @returns why it failed, `null` where the setup is signed in
 */
export async function signInWithoutPassword(
  useCases: UseCases,
  setupId: string,
  { way, clientId, issuer }: SignInPlan,
  invocation: Invocation,
): Promise<OAuthFinding | null> {
  const { terminal, translator } = invocation
  const client = clientId === null ? null : { id: clientId, secret: null }
  const request = { setupId, way, client, issuer, language: translator.language }
  let consentUrl: string | null = null
  for await (const event of useCases.authorize(request, terminal.signal)) {
    const told: SignInEvent = present(event)
    if (told.type === 'approval') consentUrl = told.finding.consentUrl
    tell(told, consentUrl, invocation)
    if (told.type === 'failed') return told.finding
    if (told.type === 'done') return null
  }
  throw new Error('the sign-in ended without a result')
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

import { OAUTH_ISSUERS } from '#shared/catalogue/oauth/issuers.ts'
import type { ClientCheck } from '#shared/oauth/client-check.ts'
import { isClientIdForm } from '#shared/oauth/client-registration.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import { checkClient } from '#engine/oauth/check-client.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'

export interface ClientCheckRequest {
  readonly issuerId: string
  readonly client: { readonly id: string; readonly secret: string | null }
}

/**
 * Whether an issuer of the catalogue knows a client, asked without a sign-in.
 * SECURITY: a page names no address to ask, and what has not the form of a client ID there is sent nowhere.
 */
export async function checkClientAt(
  { issuerId, client }: ClientCheckRequest,
  tools: ProbeTools,
  signal: AbortSignal,
): Promise<Inert<ClientCheck>> {
  const facts = OAUTH_ISSUERS.find(({ id }) => id === issuerId)
  if (facts?.console === undefined || !isClientIdForm(facts.console, client.id))
    return inert({ state: 'unknown', serverSaid: null })
  const secret = client.secret === null ? null : new Secret(client.secret)
  return checkClient(
    { issuerRef: { kind: 'known', facts }, client: { id: client.id, secret }, tools },
    signal,
  )
}

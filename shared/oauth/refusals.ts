import type { MicrosoftRefusal } from '#shared/oauth/fault.ts'
import { microsoftRefusal } from '#shared/oauth/microsoft-refusals.ts'

/** What an error of an authorization server comes down to. */
export type OAuthRefusal = MicrosoftRefusal | 'scope' | 'unknown'

/** RFC 6749 sections 4.1.2.1 and 5.2, RFC 8628 section 3.5, OpenID Connect Core section 3.1.2.6. */
const ERRORS: Readonly<Record<string, OAuthRefusal>> = {
  access_denied: 'declined',
  authorization_declined: 'declined',
  invalid_client: 'client',
  unauthorized_client: 'client',
  invalid_redirect_uri: 'client',
  redirect_uri_mismatch: 'client',
  invalid_grant: 'again',
  expired_token: 'again',
  login_required: 'again',
  interaction_required: 'again',
  consent_required: 'consent',
  admin_policy_enforced: 'rule',
  org_internal: 'account',
  invalid_scope: 'scope',
  server_error: 'busy',
  temporarily_unavailable: 'busy',
}

/** The number in Microsoft's words says more than the standard's one word before them. */
export function refusalOf(error: string, description: string, dialect: 'microsoft' | null): OAuthRefusal {
  const said = dialect === 'microsoft' ? microsoftRefusal(description) : null
  return said ?? (Object.hasOwn(ERRORS, error) ? (ERRORS[error] ?? 'unknown') : 'unknown')
}

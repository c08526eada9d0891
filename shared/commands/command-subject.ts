import { mechanismsIn } from '#shared/domain/evidence.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'

/** How far a test went, and as whom. */
export type CommandSignIn =
  | { readonly kind: 'relay' }
  /** Nothing was signed in to: it was not wanted, or it failed before. */
  | { readonly kind: 'left-out' }
  | {
      readonly kind: 'sign-in'
      readonly userName: string
      /** As it was announced or asked for; `null` where a command of the protocol's own was used. */
      readonly mechanism: string | null
    }

/** What a command repeats of a test. A password is no part of it, and of no command. */
export interface CommandSubject extends Pick<ExpertSettings, 'family' | 'ehloName'> {
  /** Of the account, in wire form. */
  readonly address: string
  readonly endpoint: ServerEndpoint
  readonly signIn: CommandSignIn
}

export function commandSubject(
  result: EndpointResult,
  address: string,
  { family, ehloName, mechanism }: ExpertSettings,
): CommandSubject {
  return { address, endpoint: result.endpoint, family, ehloName, signIn: signInOf(result, mechanism) }
}

function signInOf({ signIn, userName, evidence }: EndpointResult, forced: string | null): CommandSignIn {
  if (signIn === 'none') return { kind: 'relay' }
  const tried = evidence.stages.findLast((record) => record.stage === 'login')
  if (tried === undefined || tried.status === 'skipped') return { kind: 'left-out' }
  const name = tried.stage === 'login' ? (tried.facts.method ?? '').toUpperCase() : ''
  // USER of POP3 shows the password as PLAIN does, and is none.
  return {
    kind: 'sign-in',
    userName,
    mechanism: forced ?? (mechanismsIn(evidence).includes(name) ? name : null),
  }
}

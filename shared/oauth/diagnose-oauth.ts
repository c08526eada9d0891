import type { SignIn } from '#shared/catalogue/provider.ts'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { Action } from '#shared/finding/action.ts'
import type { FindingFacts, Turn } from '#shared/finding/finding.ts'
import { lookUpCode } from '#shared/discovery/look-up-fault.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { microsoftNumber } from '#shared/oauth/microsoft-refusals.ts'
import type { OAuthCode, OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { refusalOf, type OAuthRefusal } from '#shared/oauth/refusals.ts'
import { assertNever } from '#shared/outcome.ts'
import { harmless } from '#shared/text/server-text.ts'

/** What a failed sign-in is judged by. */
export interface OAuthSituation {
  readonly fault: OAuthFault
  readonly way: OAuthWay
  /** Who gives out the tokens, as people know them. */
  readonly server: string
  readonly address: string
  readonly dialect: 'microsoft' | null
  /** The ways that are left at this server. */
  readonly ways: readonly OAuthWay[]
  /** What the provider takes instead of a token. */
  readonly signIn: readonly SignIn['kind'][]
  readonly appPasswordPage: string | null
  /** For an administrator to agree with, or `null` where there is none. */
  readonly consentUrl: string | null
  /** What an administrator who registers or approves the client there has to know. */
  readonly registration: {
    readonly clientId: string
    readonly redirect: string
    readonly scopes: readonly string[]
  }
}

type Steps = readonly [Action, ...Action[]]
type About = (code: OAuthCode, turn: Turn, actions: Steps, facts?: FindingFacts) => OAuthFinding

const AGAIN: Action = { kind: 'oauth-sign-in' }
const ADMIN: Action = { kind: 'ask-admin' }
const CLIENT: Action = { kind: 'client-id' }
const NETWORK_STEPS: Steps = [AGAIN, { kind: 'other-network' }, { kind: 'set-proxy' }, ADMIN]

/** Names the cause: exactly one code, whose turn it is and what to do next. */
export function diagnoseOAuth(situation: OAuthSituation): OAuthFinding {
  const { fault, server, address } = situation
  const about: About = (code, turn, actions, facts = {}) => ({
    code,
    turn,
    facts: { server, address, ...facts },
    serverSaid: null,
    consentUrl: null,
    actions,
  })
  switch (fault.kind) {
    case 'no-client':
      return about('OAUTH_NO_CLIENT', 'you', noClientSteps(situation), registrationFacts(situation))
    case 'no-device':
      return about('OAUTH_NO_DEVICE', 'you', [AGAIN, ...passwordWays(situation)])
    case 'stopped':
      return about('CANCELLED', 'you', [AGAIN])
    case 'declined':
      return about('OAUTH_CANCELLED', 'you', [AGAIN, ...passwordWays(situation)])
    case 'approval':
      return {
        ...about('OAUTH_CONSENT', 'admin', [ADMIN, AGAIN], registrationFacts(situation)),
        consentUrl: situation.consentUrl,
      }
    case 'timeout':
      return about('OAUTH_TIMEOUT', 'you', [AGAIN, ...otherDevice(situation)])
    case 'port':
      return about('OAUTH_PORT', 'computer', portSteps(situation))
    case 'mix-up':
      return about('OAUTH_STATE', 'you', [AGAIN])
    case 'network':
      return about('OAUTH_UNREACHABLE', 'network', NETWORK_STEPS, { why: lookUpCode(fault.fault) })
    case 'malformed':
      return {
        ...about('OAUTH_SERVER', 'provider', [AGAIN, ADMIN], { why: MISBEHAVIOUR[fault.why] }),
        serverSaid: '',
      }
    case 'clock':
      return about('OAUTH_CLOCK', 'computer', [{ kind: 'check-clock' }])
    case 'scope':
      return about('OAUTH_SCOPE', 'you', [AGAIN], { missing: fault.missing.join(' ') })
    case 'account':
      return otherAccount(about, harmless(fault.other))
    case 'refused':
      return refused(situation, fault)
    default:
      return assertNever(fault)
  }
}

/** As the words tell them apart. */
const MISBEHAVIOUR = {
  'too-big': 'size',
  'not-json': 'page',
  redirect: 'redirect',
  'not-as-agreed': 'rules',
} as const

/** At work the name one signs in with is often another than the address: then it is the user name. */
function otherAccount(about: About, other: string): OAuthFinding {
  const steps = [AGAIN, { kind: 'use-user-name', userName: other }, { kind: 'edit-address' }] as const
  return about('OAUTH_ACCOUNT', 'you', steps, { other })
}

function refused(situation: OAuthSituation, fault: Extract<OAuthFault, { kind: 'refused' }>): OAuthFinding {
  const { server, address, dialect } = situation
  const refusal = refusalOf(fault.error, fault.description, dialect)
  const { code, turn } = COUNSEL[refusal]
  const facts = {
    other: 'none',
    server,
    address,
    why: 'refused',
    number: microsoftNumber(fault.description) ?? 'none',
    ...(code === 'OAUTH_SERVER' || code === 'OAUTH_AGAIN' ? {} : registrationFacts(situation)),
  }
  const actions = COUNSEL[refusal].actions
  return {
    code,
    turn,
    facts,
    serverSaid: harmless(fault.description === '' ? fault.error : fault.description),
    consentUrl: refusal === 'consent' ? situation.consentUrl : null,
    actions: refusal === 'declined' ? [AGAIN, ...passwordWays(situation)] : actions,
  }
}

const COUNSEL: Readonly<
  Record<OAuthRefusal, { readonly code: OAuthCode; readonly turn: Turn; readonly actions: Steps }>
> = {
  consent: { code: 'OAUTH_CONSENT', turn: 'admin', actions: [ADMIN, AGAIN] },
  rule: { code: 'OAUTH_BLOCKED', turn: 'admin', actions: [ADMIN, AGAIN] },
  again: { code: 'OAUTH_AGAIN', turn: 'you', actions: [AGAIN] },
  client: { code: 'OAUTH_CLIENT', turn: 'admin', actions: [CLIENT, ADMIN] },
  account: { code: 'OAUTH_ACCOUNT', turn: 'you', actions: [AGAIN, { kind: 'edit-address' }] },
  declined: { code: 'OAUTH_CANCELLED', turn: 'you', actions: [AGAIN] },
  scope: { code: 'OAUTH_SCOPE', turn: 'admin', actions: [ADMIN, AGAIN] },
  busy: { code: 'OAUTH_SERVER', turn: 'nobody', actions: [AGAIN] },
  unknown: { code: 'OAUTH_SERVER', turn: 'provider', actions: [AGAIN, ADMIN] },
}

/** Where the provider also accepts a password, it is the way on for a user whom the sign-in page refuses. */
function passwordWays({ signIn, appPasswordPage }: OAuthSituation): readonly Action[] {
  if (signIn.includes('app-password')) return [{ kind: 'app-password', url: appPasswordPage }]
  return signIn.includes('password') ? [{ kind: 'edit-password' }] : []
}

function otherDevice({ way, ways }: OAuthSituation): readonly Action[] {
  return way === 'browser' && ways.includes('device') ? [{ kind: 'device-sign-in' }] : []
}

function noClientSteps(situation: OAuthSituation): Steps {
  const [first, ...rest] = passwordWays(situation)
  return first === undefined ? [CLIENT, ADMIN] : [first, ...rest, CLIENT, ADMIN]
}

/** A sign-in on another device needs no port on this computer. */
function portSteps(situation: OAuthSituation): Steps {
  const [device] = otherDevice(situation)
  return device === undefined ? [AGAIN] : [device, AGAIN]
}

function registrationFacts({ registration }: OAuthSituation): FindingFacts {
  const { clientId, redirect, scopes } = registration
  return { clientId, redirect, scopes: scopes.join(' ') }
}

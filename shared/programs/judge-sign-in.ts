import { assertNever } from '#shared/outcome.ts'
import { passwordEndedAt, sendingServiceAt } from '#shared/catalogue/service-at.ts'
import { endpointOf, type JudgedService } from '#shared/programs/known-service.ts'
import type { SettingJudgement } from '#shared/programs/judge-server.ts'

const BY_TOKEN: ReadonlySet<string> = new Set(['xoauth2', 'oauthbearer'])
const BY_CHALLENGE: ReadonlySet<string> = new Set(['cram-md5', 'scram-sha-1', 'scram-sha-256'])

/** Whether the server takes this way to sign in, as far as that is known without asking it. */
export function judgeMethod(judged: JudgedService): SettingJudgement | null {
  const { service, here, place, day } = judged
  const { method, protocol } = service
  const is = (
    code: SettingJudgement['code'],
    should: string,
    severity: SettingJudgement['severity'] = 'error',
  ) => ({ code, severity, turn: 'you', field: 'authentication', has: method, should }) as const
  if (place === 'this-computer') return null
  const endpoint = endpointOf(service)
  const takes = (names: ReadonlySet<string>) => here.some(({ auth }) => auth.some((name) => names.has(name)))
  const better = endpoint !== null && passwordEndedAt(day, endpoint) !== null ? 'oauth' : 'password'
  switch (method) {
    case 'none': {
      if (protocol !== 'smtp') return is('SET_METHOD', better)
      const isKnown = here.length > 0 || sendingServiceAt(day, service.host) !== null
      // A relay of the user's own network may take mail without a sign-in.
      return is('SET_NO_SIGN_IN', better, isKnown ? 'error' : 'warning')
    }
    case 'oauth':
      return here.length === 0 || takes(BY_TOKEN) ? null : is('SET_OAUTH', 'password')
    case 'password':
    case 'any':
      return better === 'oauth' ? is('SET_PASSWORD_ENDED', 'oauth') : null
    case 'challenge':
    case 'spa':
    case 'kerberos':
    case 'certificate':
      if (better === 'oauth') return is('SET_PASSWORD_ENDED', 'oauth')
      return here.length === 0 || (method === 'challenge' && takes(BY_CHALLENGE))
        ? null
        : is('SET_METHOD', 'password')
    default:
      return assertNever(method)
  }
}

/** Whether the user name has the form of this provider, where that is known for the very host. */
export function judgeUserName({
  service,
  here,
  account,
  place,
  otherName,
}: JudgedService): SettingJudgement | null {
  const { userName, method } = service
  const names = here.map((candidate) => candidate.userName).filter((name) => name !== '')
  if (method === 'none' || place === 'this-computer') return null
  const is = (should: string | null, severity: SettingJudgement['severity']) =>
    ({
      code: 'SET_USER_NAME',
      severity,
      turn: 'you',
      field: 'user-name',
      has: userName ?? '',
      should,
    }) as const
  // A program without one asks for it, or takes that of the computer.
  if (userName === null) return is(names[0] ?? account.address, 'warning')
  if (userName !== userName.trim() || /\s/.test(userName)) return is(names[0] ?? userName.trim(), 'error')
  const isKnown = [...names, otherName ?? ''].some((name) => name.toLowerCase() === userName.toLowerCase())
  return names[0] === undefined || isKnown ? null : is(names[0], 'error')
}

/** A sender of another domain than the one that is signed in with: many servers refuse it, some rewrite it. */
export function judgeFrom({ service, account, place }: JudgedService): SettingJudgement | null {
  const { address } = account
  const name = service.userName ?? ''
  if (service.protocol !== 'smtp' || place === 'this-computer' || address === null) return null
  if (service.method === 'none' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return null
  if (domainOf(name) === domainOf(address)) return null
  return { code: 'SET_FROM', severity: 'warning', turn: 'you', field: 'from', has: address, should: name }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

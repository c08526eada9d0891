import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { MECHANISMS } from '#shared/domain/mechanism.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { endpointOf } from '#shared/programs/known-service.ts'
import type { ProgramAccount, ProgramService } from '#shared/programs/program-account.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

/** A server of a program as it is tested. */
export interface ServiceAsSet {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
}

/** Services that are tested together, because they sign in alike. */
export interface PlannedTest {
  readonly services: readonly ServiceAsSet[]
  /** `without`: the program signs in as Mailwright cannot; the server is asked for everything else. */
  readonly credential: 'password' | 'without'
  readonly mechanism: (typeof MECHANISMS)[number] | null
}

/**
 * The tests of an account as its program has it.
 *
 * SECURITY: nothing goes to a server whose name is found to be wrong before it is asked: a mistyped one may belong to an
 * attacker who waits for passwords. Nothing goes out in clear, however the program is set.
 */
export function planTests(
  { services }: ProgramAccount,
  findings: readonly SettingFinding[],
  way: 'sign-in' | 'no-login',
): readonly PlannedTest[] {
  const planned = services
    .filter((service, at) => services.findIndex(({ protocol }) => protocol === service.protocol) === at)
    .flatMap((service) => {
      const isWrong = findings.some(
        ({ protocol, field, severity }) =>
          protocol === service.protocol && field === 'server' && severity === 'error',
      )
      const one = isWrong ? null : plannedService(service, way)
      return one === null ? [] : [one]
    })
  return [
    ...Map.groupBy(planned, ({ credential, mechanism }) => `${credential} ${mechanism ?? ''}`).values(),
  ].map((group) => ({
    services: group.map(({ service }) => service),
    credential: group[0]?.credential ?? 'without',
    mechanism: group[0]?.mechanism ?? null,
  }))
}

interface Planned extends Pick<PlannedTest, 'credential' | 'mechanism'> {
  readonly service: ServiceAsSet
}

function plannedService(service: ProgramService, way: 'sign-in' | 'no-login'): Planned | null {
  const endpoint = endpointOf(service)
  if (endpoint === null || (endpoint.security === 'none' && !isLoopbackHost(endpoint.host))) return null
  const { method, mechanism, protocol } = service
  if (method === 'none' && protocol !== 'smtp') return null
  const signIn = method === 'none' ? 'none' : 'password'
  const isOurs = way === 'sign-in' && (method === 'password' || method === 'any' || method === 'challenge')
  return {
    service: {
      endpoint,
      userName: signIn === 'none' ? '' : (service.userName ?? ''),
      signIn,
    },
    credential: isOurs ? 'password' : 'without',
    mechanism: isOurs ? (MECHANISMS.find((known) => known === mechanism) ?? null) : null,
  }
}

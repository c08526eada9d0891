import { meantHost } from '#shared/catalogue/meant-host.ts'
import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import { sendingServiceAt } from '#shared/catalogue/service-at.ts'
import { PROTOCOLS, USUAL_PORTS, type Security } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ProgramEncryption } from '#shared/programs/program-account.ts'
import { endpointOf, type JudgedService } from '#shared/programs/known-service.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

export type SettingJudgement = Omit<SettingFinding, 'protocol' | 'live'>

/** What is wrong about the name of a server: the first that is found, because it explains the others. */
export function judgeHost(judged: JudgedService): SettingJudgement | null {
  const { service, host, known, here, day, account } = judged
  const [best] = known
  const is = (
    code: SettingFinding['code'],
    should: string | null,
    severity: SettingJudgement['severity'] = 'error',
  ) => ({ code, severity, turn: 'you', field: 'server', has: service.host, should }) as const
  if (host === null) return is('SET_NOT_A_SERVER', best?.endpoint.host ?? null)
  if (judged.place === 'this-computer' || here.length > 0) return null
  // Which port it is does not matter for a name; 0 is none.
  const endpoint = endpointOf({ ...service, port: service.port === 0 ? 1 : service.port })
  const advice = endpoint === null ? null : adviceAbout(day, endpoint)
  if (advice?.code === 'HOST_RETIRED')
    return is(
      advice.closed ? 'SET_SERVER_CLOSED' : 'SET_SERVER_RETIRED',
      best?.endpoint.host ?? advice.instead?.host ?? null,
    )
  if (advice?.code === 'SERVERS_SWAPPED')
    return is('SET_SERVERS_SWAPPED', best?.endpoint.host ?? advice.instead?.host ?? null)
  if (service.protocol === 'smtp' && sendingServiceAt(day, host) !== null) return null
  const meant = meantHost(host, service.protocol, account.address ?? service.userName ?? '')
  if (meant !== null && meant !== host) return is('SET_SERVER_MISTYPED', meant)
  return best === undefined ? null : is('SET_SERVER', best.endpoint.host, 'warning')
}

/** Whether the port is one of this service at this host. */
export function judgePort({ service, known, here, place }: JudgedService): SettingJudgement | null {
  const { protocol, port, encryption } = service
  const is = (should: number | undefined, severity: SettingJudgement['severity']) =>
    ({
      code: severity === 'error' ? 'SET_PORT' : 'SET_PORT_UNUSUAL',
      severity,
      turn: 'you',
      field: 'port',
      has: String(port),
      should: should === undefined ? null : String(should),
    }) as const
  const servers = (here.length > 0 ? here : known).map(({ endpoint }) => endpoint)
  const alike = servers.find(({ security }) => security === encryption)
  const better = nearest(servers, encryption)
  if (port === 0) return is(better?.port ?? usualPort(service), 'error')
  if (place === 'this-computer' || servers.some((server) => server.port === port)) return null
  const usual = USUAL_PORTS[protocol][port]
  if (usual === undefined) {
    const isOther = PROTOCOLS.some((other) => other !== protocol && USUAL_PORTS[other][port] !== undefined)
    return isOther || better !== undefined ? is(better?.port ?? usualPort(service), 'error') : null
  }
  if (here.length === 0) return null
  // The encryption is right, so it is the port that does not fit it.
  return is(better?.port, alike !== undefined && usual !== encryption ? 'error' : 'warning')
}

/** Which of the known servers a program would be set to: port and encryption of one and the same. */
function nearest(
  servers: readonly ServerEndpoint[],
  encryption: ProgramEncryption,
): ServerEndpoint | undefined {
  const wanted = encryption === 'tls' ? 'tls' : 'starttls'
  return servers.find(({ security }) => security === wanted) ?? servers[0]
}

function usualPort({ protocol, encryption }: JudgedService['service']): number | undefined {
  const wanted = encryption === 'tls' ? 'tls' : 'starttls'
  const [port] = Object.entries(USUAL_PORTS[protocol]).find(([, security]) => security === wanted) ?? []
  return port === undefined ? undefined : Number(port)
}

/** Whether the encryption is that of the port, and whether there is any. */
export function judgeEncryption({ service, here, place }: JudgedService): SettingJudgement | null {
  const { protocol, port, encryption, method } = service
  const is = (
    code: SettingFinding['code'],
    should: Security,
    severity: SettingJudgement['severity'] = 'error',
  ) => ({ code, severity, turn: 'you', field: 'encryption', has: encryption, should }) as const
  if (place === 'this-computer') return null
  // A relay without a sign-in is shown no password.
  const plain = method === 'none' ? 'warning' : 'error'
  const servers = here.map(({ endpoint }) => endpoint)
  const isOtherPort = servers.length > 0 && servers.every((server) => server.port !== port)
  const instead = isOtherPort ? nearest(servers, encryption) : undefined
  const fits =
    here.find(({ endpoint }) => endpoint.port === port)?.endpoint.security ??
    (encryption === 'none' ? instead?.security : undefined) ??
    USUAL_PORTS[protocol][port] ??
    here[0]?.endpoint.security
  if (fits === undefined || fits === 'none')
    return encryption === 'none' ? is('SET_NO_ENCRYPTION', 'starttls', plain) : null
  if (encryption === fits) return null
  if (encryption === 'none' && (fits === 'starttls' || isOtherPort))
    return is('SET_NO_ENCRYPTION', fits, plain)
  if (fits === 'starttls' && encryption === 'if-offered')
    return is('SET_ENCRYPTION_OPTIONAL', fits, 'warning')
  return is('SET_ENCRYPTION_PORT', fits)
}

/** A program that takes any certificate shows the password to any attacker who answers in its place. */
export function judgeCertificate({ service, place }: JudgedService): SettingJudgement | null {
  if (service.certificate === 'checked' || service.encryption === 'none' || place === 'this-computer')
    return null
  return {
    code: 'SET_UNCHECKED',
    severity: 'warning',
    turn: 'you',
    field: 'certificate',
    has: 'unchecked',
    should: 'checked',
  }
}

import type { Discovery } from '#shared/discovery/discovery.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { UsageError } from '#cli/exit-status.ts'

/** A service to test, and whether the user still has to agree to it. */
export interface PlannedService {
  readonly endpoint: ServerEndpoint
  readonly userName: string
  readonly signIn: ServiceSignIn
  /** `discovered`: shown and asked for before a password goes there. */
  readonly status: 'confirmed' | 'discovered'
}

export interface PlanInput {
  readonly explicit: readonly ServerEndpoint[]
  /** Of the SMTP server that was given; every other one wants a sign-in. */
  readonly smtpSignIn: ServiceSignIn
  readonly protocols: readonly Protocol[] | null
  readonly userName: string | null
  /** The address, as the user name where nothing else is known. */
  readonly address: string
}

/** Endpoints given as options; without `--protocols` they are all that is tested. */
export function readEndpoints(
  values: Readonly<Record<string, string | boolean | undefined>>,
): readonly ServerEndpoint[] {
  return PROTOCOLS.flatMap((protocol) => {
    const text = values[protocol]
    if (typeof text !== 'string') return []
    const endpoint = parseEndpoint(protocol, text)
    if (!endpoint.ok)
      throw new UsageError('cli.usage.endpoint', { option: `--${protocol}`, problem: endpoint.error })
    return [endpoint.value]
  })
}

/** A relay is never a guess: only a server that is given can be said to want no sign-in. */
export function readSmtpSignIn(
  values: Readonly<Record<string, string | boolean | undefined>>,
): ServiceSignIn {
  if (values['smtp-no-login'] !== true) return 'password'
  if (typeof values['smtp'] !== 'string') throw new UsageError('cli.usage.smtp-no-login')
  return 'none'
}

export function readProtocols(text: string | null): readonly Protocol[] | null {
  if (text === null) return null
  const names = text.split(',')
  const known = PROTOCOLS.filter((protocol) => names.includes(protocol))
  if (known.length !== new Set(names).size) throw new UsageError('cli.usage.protocols')
  return known
}

/** What will be tested: the given endpoints first, the best candidates for the rest. */
export function planServices(input: PlanInput, discovery: Discovery | null): readonly PlannedService[] {
  const { explicit, userName, address } = input
  const wanted =
    input.protocols ?? (explicit.length > 0 ? explicit.map(({ protocol }) => protocol) : PROTOCOLS)
  return wanted.flatMap((protocol): readonly PlannedService[] => {
    const candidate = discovery?.candidates.find(({ endpoint }) => endpoint.protocol === protocol)
    const given = explicit.find((endpoint) => endpoint.protocol === protocol)
    const name =
      userName ?? (candidate === undefined || candidate.userName === '' ? address : candidate.userName)
    if (given !== undefined) {
      const signIn = protocol === 'smtp' ? input.smtpSignIn : 'password'
      return [{ endpoint: given, userName: signIn === 'none' ? '' : name, signIn, status: 'confirmed' }]
    }
    return candidate === undefined
      ? []
      : [
          {
            endpoint: candidate.endpoint,
            userName: name,
            signIn: 'password',
            status: statusOf(candidate),
          },
        ]
  })
}

/** The organisation's word and Mailwright's own entry for the very domain need no question; anything found on the way does. */
function statusOf({ trust }: Candidate): PlannedService['status'] {
  return trust === 'built-in' || trust === 'policy' ? 'confirmed' : 'discovered'
}

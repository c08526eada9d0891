import type { Provider } from '../../../shared/catalogue/provider.ts'
import type { IsoDate } from '../../../shared/catalogue/source.ts'
import { signInKindsOn } from '../../../shared/catalogue/sign-in.ts'
import type { RankedCandidate } from '../../../shared/domain/candidate.ts'
import { capabilitiesIn, failureIn, type Evidence } from '../../../shared/domain/evidence.ts'
import type { FaultKind } from '../../../shared/domain/fault.ts'
import { formatEndpoint } from '../../../shared/domain/server-endpoint.ts'
import type { DomainQuestion, HostQuestion } from './plan.ts'

/** What a host, or the published settings of a domain, say otherwise than the catalogue. */
export type Difference =
  /** It did not get as far as a greeting: gone, or not to be reached from here. */
  | {
      readonly kind: 'no-answer'
      readonly host: string
      readonly owners: readonly string[]
      readonly saw: FaultKind
    }
  /** Another certificate than one for this name by a trusted authority. */
  | {
      readonly kind: 'certificate'
      readonly host: string
      readonly owners: readonly string[]
      readonly saw: readonly string[]
    }
  /** Not encrypted in the way the entry says. */
  | {
      readonly kind: 'encryption'
      readonly host: string
      readonly owners: readonly string[]
      readonly saw: FaultKind
    }
  /** A way to sign in that the entry names and the server does not announce. */
  | {
      readonly kind: 'mechanisms'
      readonly host: string
      readonly owners: readonly string[]
      readonly missing: 'password' | 'oauth'
      readonly saw: readonly string[]
    }
  /** The domain publishes servers that the catalogue does not have. */
  | {
      readonly kind: 'published'
      readonly domain: string
      readonly owners: readonly string[]
      readonly saw: readonly string[]
    }

const ENCRYPTION_FAULTS: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'not-tls',
  'tls-version',
  'tls-failed',
  'starttls-missing',
  'starttls-refused',
])

/** What one greeting shows. How far it got without a sign-in is all that is judged. */
export function compareHost(
  { endpoint, owners }: HostQuestion,
  evidence: Evidence,
  providers: readonly Provider[],
  date: IsoDate,
): readonly Difference[] {
  const { host } = endpoint
  const fault = failureIn(evidence)?.fault ?? null
  if (fault?.kind === 'certificate') return [{ kind: 'certificate', host, owners, saw: fault.problems }]
  if (fault !== null && ENCRYPTION_FAULTS.has(fault.kind))
    return [{ kind: 'encryption', host, owners, saw: fault.kind }]
  if (fault !== null) return [{ kind: 'no-answer', host, owners, saw: fault.kind }]
  return providers
    .filter(({ id }) => owners.includes(id))
    .flatMap((provider) => compareMechanisms(provider, { endpoint, owners: [provider.id] }, evidence, date))
}

function compareMechanisms(
  provider: Provider,
  { endpoint, owners }: HostQuestion,
  evidence: Evidence,
  date: IsoDate,
): readonly Difference[] {
  const kinds = signInKindsOn(date, provider, endpoint.protocol)
  const saw = announced(evidence)
  const takesPassword =
    saw.some((name) => /^(?:PLAIN|LOGIN|CRAM-MD5|SCRAM-)/.test(name)) ||
    (endpoint.protocol !== 'smtp' && !capabilitiesIn(evidence).includes('LOGINDISABLED'))
  const takesToken = saw.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER')
  const missing = [
    ...(kinds.some((kind) => kind !== 'oauth') && !takesPassword ? (['password'] as const) : []),
    ...(kinds.includes('oauth') && !takesToken ? (['oauth'] as const) : []),
  ]
  return missing.map((one) => ({ kind: 'mechanisms', host: endpoint.host, owners, missing: one, saw }))
}

function announced(evidence: Evidence): readonly string[] {
  return (
    evidence.stages.flatMap((record) => (record.stage === 'capabilities' ? [record] : [])).at(-1)?.facts
      .mechanisms ?? []
  )
}

/** The servers in the published settings of a domain that its entry does not offer. */
export function comparePublished(
  { domain, owner, known }: DomainQuestion,
  published: readonly Pick<RankedCandidate, 'endpoint'>[],
): readonly Difference[] {
  const names = published.map(({ endpoint }) => `${endpoint.protocol} ${formatEndpoint(endpoint)}`)
  const saw = [...new Set(names)].filter((name) => !known.includes(name))
  return saw.length === 0 ? [] : [{ kind: 'published', domain, owners: [owner], saw }]
}

import type { Code } from '#shared/finding/codes.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { certificateIn, failureIn, proxyIn, reached, type Evidence } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { IpAddress } from '#shared/domain/stage.ts'
import type { Surroundings } from '#shared/domain/surroundings.ts'

/** One port of one address, as it was seen from this computer. */
export interface PortSighting {
  /** `null`: the name leads nowhere, or the proxy looks it up. */
  readonly address: IpAddress | null
  readonly evidence: Evidence
}

/**
 * `open`: the right service answered over an encrypted connection, with a trusted certificate. `strange`: the port
 * answers otherwise.
 * `silent`: nothing came back at all.
 */
export type PortState = 'open' | 'strange' | 'refused' | 'silent' | 'unreachable' | 'unknown'

export interface PortReport {
  readonly endpoint: ServerEndpoint
  readonly address: IpAddress | null
  readonly state: PortState
  readonly code: Code
  /** Why the port is not open; `null` where it is. */
  readonly finding: Finding | null
  readonly tls: { readonly version: string; readonly cipher: string } | null
  readonly certificate: CertificateFacts | null
  readonly durationMs: number
}

/** Everything that was seen in one look at all ports of some hosts. */
export interface Survey {
  readonly sightings: readonly PortSighting[]
  readonly surroundings: Surroundings
}

/**
 * What one sighting means among all of them: a silent port of a host that answers at another one is blocked on the way
 * and not out of order.
 * @param date the day of the look, `2026-11-20`
 */
export function reportPort(
  sighting: PortSighting,
  { sightings, surroundings }: Survey,
  address: string,
  date: string,
): PortReport {
  const { evidence } = sighting
  const { endpoint, stages } = evidence
  const failed = failureIn(evidence)
  const siblings = sightings
    .filter((other) => other !== sighting && other.address?.family === sighting.address?.family)
    .map((other) => other.evidence)
  const finding =
    failed === null
      ? null
      : diagnose({
          evidence,
          failed,
          alternatives: siblings.filter((other) => other.endpoint.host === endpoint.host),
          siblings,
          surroundings,
          address,
          provider: null,
          origin: 'typed',
          credential: 'none',
          signIn: 'password',
          date,
        })
  const tls = stages.find((record) => record.stage === 'tls')
  const { version, cipher } = tls?.stage === 'tls' ? tls.facts : {}
  return {
    endpoint,
    address: sighting.address,
    state: stateOf(evidence),
    code: finding?.code ?? 'OK',
    finding,
    tls: version === undefined || cipher === undefined ? null : { version, cipher },
    certificate: certificateIn(evidence),
    durationMs: Math.round((stages.at(-1)?.endedMs ?? 0) - (stages[0]?.startedMs ?? 0)),
  }
}

function stateOf(evidence: Evidence): PortState {
  const failed = failureIn(evidence)
  if (failed === null) return 'open'
  // With a proxy in between, being connected says only that the proxy is there.
  if (reached(evidence, proxyIn(evidence) === null ? 'connect' : 'proxy')) return 'strange'
  switch (failed.fault.kind) {
    case 'refused':
    case 'proxy-refused':
      return 'refused'
    case 'timeout':
      return 'silent'
    case 'unreachable':
    case 'offline':
      return 'unreachable'
    default:
      return 'unknown'
  }
}

import { utcMoment } from '#shared/text/utc.ts'
import { certificateIn, type Trail } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ConnectAttempt, StageRecord } from '#shared/domain/stage.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Code } from '#shared/finding/codes.ts'

/** One service on one line, for a technician; `null` for what was not seen, or not yet. */
export interface ServiceLine {
  readonly code: Code | null
  /** What was connected to, in the order of the attempts; the proxy's where there is one. */
  readonly attempts: readonly ConnectAttempt[]
  readonly tls: string | null
  /** Whole days from the test to the end of the certificate; negative once it has expired. */
  readonly certificateDays: number | null
  /** As servers announce it. */
  readonly mechanism: string | null
  readonly totalMs: number | null
}

const DAY_MS = 86_400_000

/**
 * @param trail as far as the service has come
 * @param at when its test began, ISO 8601
 */
export function serviceLine(trail: Trail, code: Code | null, at: string | null): ServiceLine {
  const { stages } = trail
  const tls = lastOf(stages, 'tls')?.facts
  const method = lastOf(stages, 'login')?.facts.method
  const certificate = certificateIn(trail)
  const [first] = stages
  const last = stages.at(-1)
  return {
    code,
    attempts: lastOf(stages, 'connect')?.facts.attempts ?? [],
    tls: tls?.version ?? null,
    certificateDays:
      certificate === null || at === null
        ? null
        : Math.floor((Date.parse(certificate.validTo) - Date.parse(at)) / DAY_MS),
    mechanism: method === undefined || method === 'none' ? null : method.toUpperCase(),
    totalMs: first === undefined || last === undefined ? null : last.endedMs - first.startedMs,
  }
}

function lastOf<S extends StageRecord['stage']>(
  stages: readonly StageRecord[],
  stage: S,
): Extract<StageRecord, { readonly stage: S }> | undefined {
  return stages.findLast(
    (record): record is Extract<StageRecord, { readonly stage: S }> => record.stage === stage,
  )
}

/** A moment in UTC, to the second: `2026-11-27 15:04:05Z`. */
export function utcText(at: string): string {
  return `${utcMoment(at)}Z`
}

/** The same line as text, to be copied. */
export function serviceLineText(
  { code, attempts, tls, certificateDays, mechanism, totalMs }: ServiceLine,
  { endpoint }: Pick<Trail, 'endpoint'>,
  at: string | null,
): string {
  return [
    endpoint.protocol.toUpperCase(),
    code,
    formatEndpoint(endpoint),
    attempts.map(({ address, outcome }) => `${address} ${outcome}`).join(', '),
    tls,
    certificateDays === null ? null : `${certificateDays} d`,
    mechanism,
    totalMs === null ? null : `${Math.round(totalMs)} ms`,
    at === null ? null : utcText(at),
  ]
    .map((cell) => (cell === null || cell === '' ? '–' : cell))
    .join(' | ')
}

const RANKS: Readonly<Record<EndpointResult['verdict'], number>> = {
  failed: 0,
  skipped: 1,
  warning: 2,
  ok: 3,
}

/** What needs attention first: failed, left out, what is still under way, then what works. */
export function failingFirst<T extends { readonly result: Pick<EndpointResult, 'verdict'> | null }>(
  services: readonly T[],
): readonly T[] {
  const rank = ({ result }: T) => (result === null ? 1.5 : RANKS[result.verdict])
  return services.toSorted((a, b) => rank(a) - rank(b))
}

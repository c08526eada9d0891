import type { Code } from '#shared/finding/codes.ts'
import { isGood, type CheckResult, type EndpointResult, type Verdict } from '#shared/finding/check-result.ts'
import { certificateIn, type Evidence } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** One service of an account as a monitoring system sees it. */
export interface MonitoredService {
  readonly endpoint: ServerEndpoint
  readonly verdict: Verdict
  readonly code: Code
  /** How long the test took, `null` where that was not kept. */
  readonly seconds: number | null
  /** The last moment the certificate of the server is valid, in seconds since 1970; `null` where none was seen. */
  readonly certificateEnds: number | null
  readonly title: string
  readonly explanation: string
}

/** One account. Without services it was not tested, and the code says why. */
export interface MonitoredAccount {
  readonly address: string
  readonly code: Code
  readonly title: string
  readonly services: readonly MonitoredService[]
  /** The day on which the provider ends the passwords it is signed in with, in seconds since 1970, or `null`. */
  readonly passwordEnds: number | null
  /** What is otherwise at its servers than at the last good test, where that was asked for; in words. */
  readonly changes: readonly string[]
}

/** @param beside what the test itself does not tell */
export function monitoredAccount(
  { address, endpoints }: CheckResult,
  t: Translate,
  beside: { readonly passwordEnds: string | null; readonly changes?: readonly string[] },
): MonitoredAccount {
  const { passwordEnds: day, changes = [] } = beside
  const services = endpoints.map((endpoint) => monitoredService(endpoint, t))
  const shown = services.find(({ verdict }) => verdict === 'failed') ?? services[0]
  const isGoodAll = shown === undefined || isGood(shown.verdict)
  return {
    address,
    code: isGoodAll ? 'OK' : shown.code,
    title: shown?.title ?? '',
    services,
    passwordEnds: day === null ? null : secondsAt(day),
    changes,
  }
}

export function untestedAccount(address: string, code: Code, title: string): MonitoredAccount {
  return { address, code, title, services: [], passwordEnds: null, changes: [] }
}

/** Whether the account was tested and everything worked. */
export function isUp({ services }: MonitoredAccount): boolean {
  return services.length > 0 && services.every(({ verdict }) => isGood(verdict))
}

function monitoredService(result: EndpointResult, t: Translate): MonitoredService {
  const { endpoint, verdict, code, evidence, findings } = result
  const finding = findings.find((one) => one.code === code)
  // The words of a code need the facts of its finding.
  const words =
    finding === undefined ? { title: verdictWords(result, t), explanation: '' } : findingWords(finding, t)
  const certificate = certificateIn(evidence)
  return {
    endpoint,
    verdict,
    code,
    seconds: secondsOf(evidence),
    certificateEnds: certificate === null ? null : secondsAt(certificate.validTo),
    title: words.title,
    explanation: words.explanation,
  }
}

/** How long the test of a service took, to the millisecond. */
export function secondsOf({ stages }: Evidence): number {
  const endedMs = stages.reduce((latest, { endedMs: end }) => Math.max(latest, end), 0)
  const startedMs = stages[0]?.startedMs ?? endedMs
  return Math.round(endedMs - startedMs) / 1_000
}

/** A moment (ISO 8601) in seconds since 1970. */
export function secondsAt(moment: string): number | null {
  const ms = Date.parse(moment)
  return Number.isNaN(ms) ? null : Math.floor(ms / 1_000)
}

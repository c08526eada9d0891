import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import {
  announcedMechanisms,
  mayGoOn,
  type MechanismReport,
  type MechanismTrial,
} from '#shared/finding/mechanism-report.ts'
import type { Code } from '#shared/finding/codes.ts'
import { noteRefusals, targetOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'
import { runCheck } from '#engine/check/run-check.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'

export interface ProvingTools {
  readonly setups: Setups
  readonly tools: ProbeTools
  readonly refusals: RefusalLog
}

/**
 * Signs in by each announced mechanism of the services that a test has shown, one after another, and tells how far it
 * is. Each is a sign-in that a server may count, so the first refusal of the password, a lock, or an account without
 * tries left ends it. Nothing of it changes what the setup has proved.
 */
export async function* proveMechanisms(
  setupId: string,
  { setups, tools, refusals }: ProvingTools,
  signal: AbortSignal,
): AsyncIterable<MechanismReport | SetupGone> {
  const setup = setups.find(setupId)
  if (setup === null) {
    yield SETUP_GONE
    return
  }
  let report = planFor(setup)
  yield report
  for (const { service, name } of trialsIn(report, setup)) {
    if (signal.aborted) return
    const ended = await tryOne(setup, service, name, { tools, refusals }, signal)
    if (signal.aborted) return
    if (typeof ended === 'string') {
      yield withoutRest(report, ended)
      return
    }
    report = noted(report, service.endpoint, trialOf(name, ended))
    if (!mayGoOn(ended)) report = withoutRest(report, ended.code)
    yield report
    if (report.endedBy !== null) return
  }
}

function planFor(setup: Setup): MechanismReport {
  return {
    services: setup.results.map((result) => {
      const credential = setup.credentialFor(setup.slotOf(result.endpoint.protocol))
      const mechanisms = announcedMechanisms(result, credential?.kind ?? 'password')
      return {
        endpoint: result.endpoint,
        mechanisms: credential === null ? mechanisms.map(untried) : mechanisms,
      }
    }),
    endedBy: null,
  }
}

function trialsIn({ services }: MechanismReport, setup: Setup) {
  return services.flatMap(({ endpoint, mechanisms }) => {
    const service = setup.services.find((one) => sameEndpoint(one.endpoint, endpoint))
    if (service === undefined) return []
    return mechanisms.flatMap(({ name, verdict }) => (verdict === 'waiting' ? [{ service, name }] : []))
  })
}

/** @returns `AUTH_PAUSED` where the account has no try left, and none was made */
async function tryOne(
  setup: Setup,
  service: ConfirmedService,
  name: string,
  { tools, refusals }: Pick<ProvingTools, 'tools' | 'refusals'>,
  signal: AbortSignal,
): Promise<EndpointResult | Extract<Code, 'AUTH_PAUSED'>> {
  const credential = setup.credentialFor(setup.slotOf(service.endpoint.protocol))
  // Servers count wrong passwords; a token is no guess.
  const place = credential?.kind === 'token' ? null : await refusals.reserve([targetOf(service)], 'if-left')
  if (place?.state === 'none-left') return 'AUTH_PAUSED'
  const check = {
    address: setup.address.unicode,
    services: [service],
    credential,
    provider: setup.provider,
    testMessage: null,
    onlyMechanism: name,
    signal,
  }
  const events = noteRefusals(
    runCheck(check, tools),
    refusals,
    () => setup.passwordFrom,
    () => Promise.resolve(place),
  )
  let last: EndpointResult | undefined
  for await (const event of events) if (event.type === 'result') last = event.result
  if (last === undefined) throw new Error('a trial ended without a result')
  return last
}

function trialOf(name: string, { verdict, code }: EndpointResult): MechanismTrial {
  return { name, verdict: isGood(verdict) ? 'works' : 'failed', code }
}

function noted(report: MechanismReport, endpoint: ServerEndpoint, trial: MechanismTrial): MechanismReport {
  const services = report.services.map((service) =>
    sameEndpoint(service.endpoint, endpoint)
      ? { ...service, mechanisms: service.mechanisms.map((one) => (one.name === trial.name ? trial : one)) }
      : service,
  )
  return { ...report, services }
}

function withoutRest(report: MechanismReport, endedBy: Code): MechanismReport {
  const services = report.services.map((service) => ({
    ...service,
    mechanisms: service.mechanisms.map(untried),
  }))
  return { services, endedBy }
}

function untried(trial: MechanismTrial): MechanismTrial {
  return trial.verdict === 'waiting' ? { ...trial, verdict: 'not-tried' } : trial
}

import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { AppDescription } from '#shared/contract/contract.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { proposeServices } from '#renderer/wizard/machine/services.ts'
import type { ResultStep, ServersStep, SignInStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { DISCOVERIES } from '#renderer/gallery/sample-discovery.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'

/** One screen in one state. */
export interface Scene {
  readonly id: string
  readonly state: WizardState
  readonly app: AppDescription
  /** What is said about the records, and asked for at once. */
  readonly arrival?: ArrivalReport
}

export const scene = (id: string, state: WizardState, app: AppDescription = APP): Scene => ({
  id,
  state,
  app,
})

export const ACCOUNT = {
  address: 'anna@example.org',
  providerId: null,
  services: [workingLane('imap'), workingLane('smtp'), workingLane('pop3')].map(({ endpoint }) => ({
    endpoint,
    userName: 'anna@example.org',
    origin: 'found' as const,
    signIn: 'password' as const,
    slot: 'account' as const,
    auth: 'plain' as const,
    pin: null,
    seen: null,
  })),
  secretStore: 'secret-service' as const,
  oauth: null,
  provedAt: '2026-11-20T09:30:00.000Z',
}

export type DiscoveryName = keyof typeof DISCOVERIES

export function servers(name: DiscoveryName, changes: Partial<ServersStep> = {}): ServersStep {
  const discovery = DISCOVERIES[name]
  const address = sampleAddress(discovery.address)
  const services = proposeServices(discovery)
  return {
    step: 'servers',
    address,
    discovery,
    services,
    drafts: [],
    problem: null,
    setupId: null,
    ...changes,
  }
}

export function confirmed(name: DiscoveryName) {
  const { address, discovery, services } = servers(name)
  return { address, discovery, services, setupId: 'gallery', offer: null, token: 'none' } as const
}

export function signIn(name: DiscoveryName, changes: Partial<SignInStep> = {}): SignInStep {
  return { ...confirmed(name), step: 'sign-in', wants: 'password', because: null, ...changes }
}

export function result(lanes: readonly Lane[], saving: ResultStep['saving'] = { state: 'idle' }): ResultStep {
  return { ...confirmed('unknown'), step: 'result', lanes, saving }
}

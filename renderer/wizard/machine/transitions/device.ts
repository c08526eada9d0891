import { sameEndpoint } from '#shared/domain/server-endpoint.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import {
  changeService,
  chooseCandidate,
  proposeServices,
  typedCandidate,
} from '#renderer/wizard/machine/services.ts'
import type { DeviceStep, ServersStep } from '#renderer/wizard/machine/state.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const device: TransitionsOf<'device'> = {
  'address-typed': (state, { text }) => ({ ...state, text, problem: null, lookUp: { state: 'none' } }),
  'address-refused': (state, { problem }) => ({ ...state, problem }),
  'address-accepted': (state, { address }) => ({
    ...state,
    problem: null,
    lookUp: { state: 'asked', address, discovery: null },
  }),
  discovered: (state, { discovery }) =>
    state.lookUp.state === 'asked' ? { ...state, lookUp: { ...state.lookUp, discovery } } : state,
  'needs-told': (state, { needs }) => ({ ...state, needs }),
  'device-test-wanted': testFromHere,
  back: ({ from }) => from,
}

/** The server of a way becomes the outgoing one of an ordinary setup; what receives can be added there. */
function testFromHere(
  state: DeviceStep,
  { endpoint }: EventOf<'device-test-wanted'>,
): DeviceStep | ServersStep {
  const { lookUp } = state
  if (lookUp.state === 'none' || lookUp.discovery === null) return state
  const { address, discovery } = lookUp
  const known = discovery.candidates.find((candidate) => sameEndpoint(candidate.endpoint, endpoint))
  const candidate = known ?? typedCandidate(endpoint, address.ascii, 'password')
  const services = changeService(proposeServices(discovery, 'sending'), 'smtp', (service) =>
    chooseCandidate(service, candidate),
  )
  return {
    step: 'servers',
    address,
    discovery,
    services,
    drafts: [],
    problem: null,
    setupId: null,
    device: state,
  }
}

import { transition } from '#renderer/wizard/machine/transition.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'
import { ORGANISATION_APP } from '#renderer/gallery/sample-app.ts'
import { scene, servers, type DiscoveryName, type Scene } from '#renderer/gallery/sample-states.ts'
import { draftOf } from '#renderer/wizard/machine/drafts.ts'

/** A server was typed whose name gives it away. */
function advised(host: string, port = '993'): ServersStep {
  const state = editing('gmx', null)
  if (state.draft === null) return state
  const typed = transition(state, { type: 'draft-changed', draft: { ...state.draft, host, port } })
  const told = transition(typed, { type: 'draft-applied' })
  return told.step === 'servers' ? told : state
}

function editing(name: DiscoveryName, problem: 'host' | null): ServersStep {
  const state = servers(name)
  const [service] = state.services
  if (service === undefined) return state
  return {
    ...state,
    draft: {
      ...draftOf(service, state.address),
      ...(problem === null ? {} : { host: 'mail server', problem }),
    },
  }
}

/** The servers before they are agreed to. */
export const SERVERS: readonly Scene[] = [
  scene('servers-known', servers('gmx')),
  scene('servers-guessed', servers('unknown')),
  scene('servers-answering', servers('answering')),
  scene('servers-hosted', servers('hosted')),
  scene('servers-contradicted', servers('contradicted')),
  scene('servers-laid-down', servers('laidDown'), ORGANISATION_APP),
  scene('servers-editing', editing('gmx', null)),
  scene('servers-edit-problem', editing('unknown', 'host')),
  scene('servers-retired-host', advised('imap-mail.outlook.com')),
  scene('servers-closed-provider', advised('smtp.tutanota.com')),
  scene('servers-swapped', advised('smtp.example.org')),
  scene('servers-nothing', {
    ...servers('gmx', { problem: 'nothing-to-test' }),
    services: servers('gmx').services.map((service) => ({ ...service, use: 'leave-out' })),
  }),
]

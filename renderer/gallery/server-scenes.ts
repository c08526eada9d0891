import { transition } from '#renderer/wizard/machine/transition.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'
import { ORGANISATION_APP } from '#renderer/gallery/sample-app.ts'
import { scene, servers, type DiscoveryName, type Scene } from '#renderer/gallery/sample-states.ts'
import { blankServices } from '#renderer/wizard/machine/services.ts'
import { readSheet, type SheetService } from '#shared/discovery/sheet/read-sheet.ts'
import { draftOf } from '#renderer/wizard/machine/drafts.ts'

const SHEET = readSheet(
  'IMAP: mail.example.org 993 SSL/TLS, POP3: mail.example.org 995\nSMTP: mail.example.org 587 STARTTLS\nLogin: anna01',
)

/** A server was typed whose name gives it away. */
function advised(host: string, port = '993'): ServersStep {
  const state = editing('gmx', null)
  const [draft] = state.drafts
  if (draft === undefined) return state
  const typed = transition(state, { type: 'draft-changed', draft: { ...draft, host, port } })
  const told = transition(typed, { type: 'drafts-applied' })
  return told.step === 'servers' ? told : state
}

function editing(name: DiscoveryName, problem: 'host' | null): ServersStep {
  const state = servers(name)
  const [service] = state.services
  if (service === undefined) return state
  return {
    ...state,
    drafts: [
      {
        ...draftOf(service, state.address),
        ...(problem === null ? {} : { host: 'mail server', problem }),
      },
    ],
  }
}

/** Everything is typed, beside what is only a guess. */
function byHand(settings: readonly SheetService[] = []): ServersStep {
  const state = servers('unknown')
  const blank = { ...state, services: blankServices(state.discovery) }
  const opened = transition(blank, { type: 'by-hand-wanted' })
  const filled = transition(opened, { type: 'sheet-read', settings })
  return filled.step === 'servers' ? filled : state
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
  scene('servers-by-hand', byHand()),
  scene('servers-by-hand-pasted', byHand(SHEET)),
  scene('servers-nothing', {
    ...servers('gmx', { problem: 'nothing-to-test' }),
    services: servers('gmx').services.map((service) => ({ ...service, use: 'leave-out' })),
  }),
]

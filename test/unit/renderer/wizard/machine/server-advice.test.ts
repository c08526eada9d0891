import { describe, expect, test } from 'vitest'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { ServersStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { ANNA, discoveryWith, SERVICES } from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)
const draftIn = (state: WizardState) => (state.step === 'servers' ? (state.drafts[0] ?? null) : null)

const servers: ServersStep = {
  step: 'servers',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  drafts: [],
  problem: null,
  setupId: null,
}

function typed(host: string): WizardState {
  const edited = after(servers, { type: 'server-edited', protocol: 'imap' })
  const draft = draftIn(edited)
  if (draft === null) throw new Error('nothing is being edited')
  return after(edited, { type: 'draft-changed', draft: { ...draft, host, port: '993' } })
}

describe('a server whose name gives it away', () => {
  const asked = after(typed('smtp.example.net'), { type: 'drafts-applied' })

  test('is not taken before the user has been told', () => {
    expect(asked).toMatchObject({
      services: servers.services,
      drafts: [{ host: 'smtp.example.net', advice: { code: 'SERVERS_SWAPPED' } }],
    })
  })

  test('is replaced when the user takes the advice', () => {
    expect(after(asked, { type: 'advice-taken', protocol: 'imap' })).toMatchObject({
      drafts: [],
      services: [{ chosen: { endpoint: { host: 'imap.example.net', port: 993 }, source: 'typed' } }, {}, {}],
    })
  })

  test('is kept when the user insists, and not asked about again', () => {
    const kept = after(asked, { type: 'drafts-applied' })
    const host = 'smtp.example.net'
    expect(kept).toMatchObject({ drafts: [], services: [{ chosen: { endpoint: { host } } }, {}, {}] })
    const again = after(kept, { type: 'server-edited', protocol: 'imap' }, { type: 'drafts-applied' })
    expect(again).toMatchObject({ drafts: [], services: [{ chosen: { endpoint: { host } } }, {}, {}] })
  })

  test('is looked at anew when it changes', () => {
    const draft = draftIn(asked)
    if (draft === null) throw new Error('nothing is being edited')
    const changed = after(asked, { type: 'draft-changed', draft: { ...draft, host: 'smtp.example.com' } })
    expect(draftIn(changed)?.advice).toBeNull()
    expect(draftIn(after(changed, { type: 'drafts-applied' }))?.advice).not.toBeNull()
  })

  test('is not replaced where nothing was advised', () => {
    const plain = typed('mail.example.net')
    expect(after(plain, { type: 'advice-taken', protocol: 'imap' })).toBe(plain)
  })
})

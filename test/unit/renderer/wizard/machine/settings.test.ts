import { describe, expect, test } from 'vitest'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { agreesFirst } from '#renderer/wizard/machine/agreement.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { proposeServices } from '#renderer/wizard/machine/services.ts'
import { FIRST_STEP, type ServersStep, type WizardState } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { ANNA, candidateFor, discoveryWith, IMAP, IMAP_OTHER, SERVICES, SMTP } from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)

const looking = after(FIRST_STEP, { type: 'address-accepted', address: ANNA })

function found(change: Partial<RankedCandidate>, more: Partial<Discovery> = {}): Discovery {
  const candidates = [candidateFor(IMAP, change), candidateFor(SMTP, change)]
  return discoveryWith({ candidates, provider: null, ...more })
}

const GUESS = { source: 'guess', trust: 'guess' } as const
const OWN = { source: 'autoconfig', trust: 'domain' } as const

describe('the settings are filled in as soon as they are known', () => {
  test.each([
    ['by a provider that is known', discoveryWith({ complete: false }), 'servers'],
    ['by the domain itself, while others are still asked', found(OWN, { complete: false }), 'servers'],
    ['by a guess only when no source knows better', found(GUESS, { complete: false }), 'account'],
    ['by a guess in the end', found(GUESS), 'servers'],
    ['not where nothing was found', found({}, { candidates: [] }), 'account'],
  ])('%s', (_, discovery, step) => {
    expect(after(looking, { type: 'discovered', discovery }).step).toBe(step)
  })

  test('and a source that answers late changes none of them', () => {
    const filled = after(looking, { type: 'discovered', discovery: found(OWN, { complete: false }) })
    const late = found({ ...OWN, endpoint: IMAP_OTHER })
    expect(after(filled, { type: 'discovered', discovery: late })).toEqual({ ...filled, discovery: late })
  })
})

describe('the user agrees to the servers before there is a field for a password', () => {
  const contradiction = { chosen: candidateFor(IMAP, OWN), other: candidateFor(SMTP) }
  test.each([
    ['where they are guessed', found(GUESS), true],
    ['where they are of another domain', found({ ...OWN, otherDomain: 'hoster.test' }), true],
    ['where sources contradict', { ...found(OWN), contradictions: [contradiction] }, true],
    ['not where the domain names its own', found(OWN), false],
    ['not where the catalogue knows the other domain', discoveryWith(), false],
  ])('%s', (_, discovery, first) => {
    const services = proposeServices(discovery)
    expect(agreesFirst({ services, discovery })).toBe(first)
  })
})

describe('back keeps what was typed', () => {
  const draft = {
    protocol: 'imap',
    host: 'mail.example.net',
    port: '993',
    security: 'tls',
    userName: 'anna',
    signIn: 'password',
    problem: null,
    advice: null,
  } as const
  const servers: ServersStep = {
    step: 'servers',
    address: ANNA,
    discovery: discoveryWith(),
    services: SERVICES,
    drafts: [draft],
    problem: null,
    setupId: null,
  }
  const own = after(
    servers,
    { type: 'drafts-applied' },
    { type: 'servers-confirmed', setupId: 'setup-2', offer: null, credential: 'none' },
  )

  test.each([
    ['from the sign-in', own],
    ['from the settings', after(own, { type: 'servers-wanted', protocol: null })],
  ])('%s to the address, which leads to the same settings again', (_, state) => {
    const back = after(state, { type: 'back' })
    expect(back).toMatchObject({ step: 'address', text: ANNA.unicode })
    expect(after(back, { type: 'address-accepted', address: ANNA })).toMatchObject({
      step: 'servers',
      setupId: 'setup-2',
      drafts: [],
      services: [{ chosen: { endpoint: { host: 'mail.example.net' } } }, {}, {}],
    })
  })

  test('but for another address everything begins anew', () => {
    const other = { ...ANNA, ascii: 'ben@example.net' }
    const back = after(servers, { type: 'back' })
    expect(after(back, { type: 'address-accepted', address: other })).toEqual({
      step: 'account',
      address: other,
      discovery: null,
      picked: null,
    })
  })
})

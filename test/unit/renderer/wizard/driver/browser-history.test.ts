import { describe, expect, test } from 'vitest'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { followHistory } from '#renderer/wizard/driver/browser-history.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { draftOf } from '#renderer/wizard/machine/drafts.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import { ACCOUNT, ANNA, discoveryWith, SERVICES } from '../samples.ts'

const confirmed = { address: ANNA, discovery: discoveryWith(), services: SERVICES, setupId: 'setup-1' }
const [imap] = SERVICES
const drafts = imap === undefined ? [] : [{ ...draftOf(imap, ANNA), host: 'mail.typed.test' }]
const servers: WizardState = { ...confirmed, step: 'servers', drafts, problem: null }

/** @param entries those that a page before this one has put there */
function wizardWithHistory(initial: WizardState, entries: string[] = []) {
  const wizard = new Wizard(createFakeClient(APP), initial)
  const listeners: (() => void)[] = []
  followHistory(wizard, {
    isPushed: () => entries.length > 0,
    push: () => entries.push('step'),
    onBack: (listener) => listeners.push(listener),
  })
  const back = () => {
    entries.pop()
    for (const listener of listeners) listener()
  }
  return { wizard, entries, back }
}

describe("the browser's own Back", () => {
  test.each([
    ['the settings', servers, 'address'],
    ['the password', { ...confirmed, step: 'sign-in', wants: 'password', because: null }, 'address'],
    ['a running test', { ...confirmed, step: 'test', lanes: [] }, 'sign-in'],
    ['a result', { ...confirmed, step: 'result', lanes: [], saving: { state: 'idle' } }, 'sign-in'],
    ['the end', { step: 'done', account: ACCOUNT, leftOut: [] }, 'address'],
  ] as const)('leads back from %s', (_, state, step) => {
    const { wizard, back } = wizardWithHistory(state)
    back()
    expect(wizard.store.getState().step).toBe(step)
  })

  test('loses nothing that was typed', () => {
    const { wizard, entries, back } = wizardWithHistory(servers)
    expect(entries).toEqual(['step'])
    back()
    expect(wizard.store.getState()).toMatchObject({ step: 'address', left: { drafts } })
    expect(entries).toEqual([])
  })

  test('leaves the page from the first step alone', () => {
    const { wizard, entries, back } = wizardWithHistory(servers)
    back()
    wizard.dispatch({ type: 'address-accepted', address: ANNA })
    expect(entries).toEqual(['step'])
  })

  test('has one entry, however often the page is loaded again', () => {
    const { entries } = wizardWithHistory(servers, ['step'])
    expect(entries).toEqual(['step'])
  })
})

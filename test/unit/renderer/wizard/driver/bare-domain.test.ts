import { expect, test } from 'vitest'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'

function wizardWith(text: string): Wizard {
  const wizard = new Wizard(createFakeClient(APP))
  wizard.dispatch({ type: 'address-typed', text })
  return wizard
}

test.each([
  ['example.org', 'postmaster@example.org'],
  ['  Example.ORG ', 'postmaster@example.org'],
  ['@example.org', 'postmaster@example.org'],
  ['münchen.example', 'postmaster@münchen.example'],
  ['anna@example.org', 'anna@example.org'],
])('to a technician %j is an address to look up', async (text, unicode) => {
  const wizard = wizardWith(text)
  void wizard.address.submitProposed('accept')
  await Promise.resolve()
  expect(wizard.store.getState()).toMatchObject({ step: 'account', address: { unicode } })
})

test('everybody else is asked whether they mean the postmaster', async () => {
  const wizard = wizardWith('example.org')
  await wizard.address.submitProposed()
  expect(wizard.store.getState()).toMatchObject({
    step: 'address',
    text: 'example.org',
    problem: { reason: 'only-domain', suggestion: 'postmaster@example.org' },
  })
})

test.each(['localhost', 'anna', 'a b.example', '192.0.2.1', ''])(
  'what is no domain is refused in the technical view too: %j',
  async (text) => {
    const wizard = wizardWith(text)
    await wizard.address.submitProposed('accept')
    const state = wizard.store.getState()
    expect(state.step === 'address' && state.problem !== null).toBe(true)
  },
)

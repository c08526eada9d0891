import { expect, test } from 'vitest'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { EarlyWizard } from '#renderer/wizard/driver/early-wizard.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'

/** The whole wizard taking over, as the page does it. */
function takeOver(early: EarlyWizard): Wizard {
  const wizard = new Wizard(createFakeClient(APP), early.store.getState())
  early.handOver(wizard)
  return wizard
}

test('what is typed is kept', () => {
  const early = new EarlyWizard()
  early.dispatch({ type: 'address-typed', text: 'anna@exa' })
  early.dispatch({ type: 'address-typed', text: 'anna@example.org' })
  expect(early.store.getState()).toEqual({ ...FIRST_STEP, text: 'anna@example.org' })
  expect(takeOver(early).store.getState()).toMatchObject({ step: 'address', text: 'anna@example.org' })
})

test.each([
  ['an address sent', (early: EarlyWizard): unknown => early.address.submitProposed(), 'account'],
  [
    'an address to enter by hand',
    (early: EarlyWizard): unknown => early.address.enterByHand('anna@example.org'),
    'account',
  ],
  [
    'the page for error texts',
    (early: EarlyWizard): unknown => early.dispatch({ type: 'explain-wanted' }),
    'explain',
  ],
])('%s waits for the whole wizard, and goes on there', async (_, act, step) => {
  const early = new EarlyWizard()
  early.dispatch({ type: 'address-typed', text: 'anna@example.org' })
  act(early)
  await Promise.resolve()
  expect(early.store.getState().step).toBe('address')
  const wizard = takeOver(early)
  await Promise.resolve()
  expect(wizard.store.getState().step).toBe(step)
})

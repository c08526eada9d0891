import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { ok } from '#shared/outcome.ts'
import { discoveryWith } from '../samples.ts'

/** A wizard over an engine that finds the same for every address and remembers which were asked about. */
function wizardOver(): { readonly wizard: Wizard; readonly asked: readonly string[] } {
  const asked: string[] = []
  const fake = createFakeClient(APP)
  const engine: EngineClient = {
    ...fake,
    discovery: {
      async *find({ address }) {
        asked.push(address)
        yield ok(discoveryWith())
      },
    },
  }
  return { wizard: new Wizard(engine), asked }
}

const TYPED = 'anna@gmial.com'
const MEANT = 'anna@gmail.com'

describe('an address that is probably meant otherwise', () => {
  test('is asked about before anything is looked up', async () => {
    const { wizard, asked } = wizardOver()
    await wizard.address.submit(TYPED)
    expect(wizard.store.getState()).toMatchObject({
      step: 'address',
      doubt: { about: { kind: 'typo', suggestion: MEANT }, next: 'look-up' },
    })
    expect(asked).toEqual([])
  })

  test('is replaced by the proposal when that is taken', async () => {
    const { wizard, asked } = wizardOver()
    await wizard.address.submit(TYPED)
    await wizard.address.submitProposed()
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', address: { unicode: MEANT } })
    expect(asked).toEqual([MEANT])
  })

  test('stands when the user insists, and is never asked about again', async () => {
    const { wizard, asked } = wizardOver()
    await wizard.address.submit(TYPED)
    await wizard.address.insist()
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', address: { unicode: TYPED } })
    wizard.dispatch({ type: 'back' })
    await wizard.address.submitProposed()
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', address: { unicode: TYPED } })
    expect(asked).toEqual([TYPED, TYPED])
  })

  test.each([
    ['as typed', (wizard: Wizard) => wizard.address.insist(), TYPED],
    ['as proposed', (wizard: Wizard) => wizard.address.submitProposed(), MEANT],
  ])('leads to the servers by hand, %s, when that was asked for', async (_, answer, unicode) => {
    const { wizard } = wizardOver()
    await wizard.address.enterByHand(TYPED)
    await answer(wizard)
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', address: { unicode } })
  })

  test('is no longer in doubt when it is typed anew', async () => {
    const { wizard } = wizardOver()
    await wizard.address.submit(TYPED)
    wizard.dispatch({ type: 'address-typed', text: 'anna@gmial.co' })
    expect(wizard.store.getState()).toMatchObject({ doubt: null })
  })
})

test('72: a lookalike goes on only when the user insists', async () => {
  const { wizard, asked } = wizardOver()
  await wizard.address.submit('anna@gm\u0430il.com')
  await wizard.address.submit('anna@gm\u0430il.com')
  expect(asked).toEqual([])
  await wizard.address.insist()
  expect(wizard.store.getState()).toMatchObject({
    step: 'servers',
    address: { domain: { ascii: 'xn--gmil-63d.com' } },
  })
})

test('71: letters that few servers know are explained once, and then it goes on', async () => {
  const { wizard, asked } = wizardOver()
  await wizard.address.submit('jürgen@example.org')
  expect(wizard.store.getState()).toMatchObject({ doubt: { about: { kind: 'international' } } })
  await wizard.address.submitProposed()
  expect(asked).toEqual(['jürgen@example.org'])
})

test('there is nothing to insist on where nothing was asked', async () => {
  const { wizard, asked } = wizardOver()
  await wizard.address.insist()
  await wizard.address.submitProposed()
  expect(wizard.store.getState()).toMatchObject({ step: 'address', problem: { reason: 'empty' } })
  expect(asked).toEqual([])
})

describe('an address in a form that is none', () => {
  test.each(['mailto:anna@gmail.com', 'anna @gmail.com', 'anna@gmail,com'])(
    '%s is understood with one more press of Enter',
    async (typed) => {
      const { wizard, asked } = wizardOver()
      wizard.dispatch({ type: 'address-typed', text: typed })
      await wizard.address.submitProposed()
      expect(wizard.store.getState()).toMatchObject({ problem: { suggestion: MEANT } })
      await wizard.address.submitProposed()
      expect(wizard.store.getState()).toMatchObject({ step: 'servers', address: { unicode: MEANT } })
      expect(asked).toEqual([MEANT])
    },
  )

  test('a domain alone is looked up only when the user says so', async () => {
    const { wizard, asked } = wizardOver()
    wizard.dispatch({ type: 'address-typed', text: 'example.org' })
    await wizard.address.submitProposed()
    await wizard.address.submitProposed()
    expect(asked).toEqual([])
    expect(wizard.store.getState()).toMatchObject({ problem: { suggestion: 'postmaster@example.org' } })
  })
})

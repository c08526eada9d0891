import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { ACCOUNT, ANNA, openedWith } from '../samples.ts'

type Answer = Awaited<ReturnType<EngineClient['accounts']['open']>>

/** A wizard whose engine answers when the test wants it to. */
function begin() {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const closed: string[] = []
  const asked: string[] = []
  const fake = createFakeClient(APP)
  const engine: EngineClient = {
    ...fake,
    setup: {
      ...fake.setup,
      close: ({ setupId }) => {
        closed.push(setupId)
        return Promise.resolve(null)
      },
    },
    accounts: {
      ...fake.accounts,
      open: ({ secret }) => {
        asked.push(secret)
        return promise
      },
    },
  }
  return { wizard: new Wizard(engine), answer: resolve, closed, asked }
}

describe('while a keychain waits for its owner', () => {
  test('the list says so, and the answer leads on', async () => {
    const { wizard, answer, asked } = begin()
    const opening = wizard.accounts.open(ACCOUNT.address, 'edit')
    expect(wizard.store.getState()).toMatchObject({
      managing: { state: 'busy', address: ACCOUNT.address, action: 'edit' },
    })
    answer(ok(openedWith('ready')))
    await opening
    expect(asked).toEqual(['use'])
    expect(wizard.store.getState()).toMatchObject({ step: 'servers', setupId: 'setup-7' })
  })

  test('the user can go on with another account; a late answer is put away and changes nothing', async () => {
    const { wizard, answer, closed } = begin()
    const opening = wizard.accounts.open(ACCOUNT.address, 'edit')
    wizard.dispatch({ type: 'address-accepted', address: ANNA })
    answer(ok(openedWith('ready')))
    await opening
    expect(wizard.store.getState()).toMatchObject({ step: 'account' })
    expect(closed).toEqual(['setup-7'])
  })

  test('its refusal is kept with the account it was about, to be tried again', async () => {
    const { wizard, answer } = begin()
    const opening = wizard.accounts.open(ACCOUNT.address, 'test')
    answer(fail('KEY_TIMEOUT'))
    await opening
    expect(wizard.store.getState()).toMatchObject({
      managing: { state: 'failed', address: ACCOUNT.address, action: 'test', problem: 'KEY_TIMEOUT' },
    })
  })
})

test.each(['STATE_NEWER', 'FILE_UNSAFE', 'FILE_DENIED'] as const)(
  'a list that cannot be read (%s) is no empty list: the page says why',
  async (code) => {
    const fake = createFakeClient(APP)
    const list = () => Promise.resolve(fail(code))
    const wizard = new Wizard({ ...fake, accounts: { ...fake.accounts, list } })
    await wizard.start()
    expect(wizard.store.getState()).toMatchObject({ accounts: { accounts: [], notice: code } })
  },
)

import { describe, expect, test } from 'vitest'
import { RefusedError } from '#shared/contract/client.ts'
import { WizardSession } from '#renderer/wizard/driver/session.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { ANNA } from '../samples.ts'

const typed = (text: string) => ({ type: 'address-typed', text }) as const

describe('work that belongs to a step', () => {
  test('is not begun at another one', async () => {
    const session = new WizardSession(FIRST_STEP)
    const done: string[] = []
    await session.during(['account', 'servers'], async (state) => void done.push(state.step))
    await session.during(['address', 'servers'], async (state) => void done.push(state.step))
    expect(done).toEqual(['address'])
  })

  test('stops at the first answer after the step was left, which it can put away', async () => {
    const session = new WizardSession(FIRST_STEP)
    const { promise, resolve } = Promise.withResolvers<string>()
    const seen: string[] = []
    const working = session.during(['address'], async (_, visit) => {
      seen.push(await visit.answer(promise, (late) => seen.push(`put away: ${late}`)))
    })
    session.dispatch({ type: 'address-accepted', address: ANNA })
    session.dispatch({ type: 'back' })
    resolve('an answer')
    await working
    expect(seen).toEqual(['put away: an answer'])
  })

  test('says nothing more once the step was left, even after a return to it', async () => {
    const session = new WizardSession(FIRST_STEP)
    await session.during(['address'], async (_, visit) => {
      session.dispatch({ type: 'address-accepted', address: ANNA })
      session.dispatch({ type: 'back' })
      visit.dispatch(typed('late'))
    })
    expect(session.state).toMatchObject({ step: 'address', text: ANNA.unicode })
  })

  test('that the engine refuses ends in one event and no exception', async () => {
    const managing = { state: 'busy', address: ANNA.unicode, action: 'test' } as const
    const session = new WizardSession({ ...FIRST_STEP, managing })
    await session.during(['address'], () => Promise.reject(new RefusedError('INTERNAL')))
    expect(session.state).toMatchObject({ managing: { state: 'idle' } })
  })

  test('that has a bug of its own still fails loudly', async () => {
    const session = new WizardSession(FIRST_STEP)
    const working = session.during(['address'], () => Promise.reject(new TypeError('a bug')))
    await expect(working).rejects.toThrow('a bug')
  })
})

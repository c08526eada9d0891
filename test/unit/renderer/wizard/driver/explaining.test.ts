import { describe, expect, test } from 'vitest'
import { MAX_PASTED } from '#shared/explain/pasted.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { FIRST_STEP, type ExplainStep } from '#renderer/wizard/machine/state.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'

const pasted = (text: string) => ({ text, octets: null })

function begin(): Wizard {
  return new Wizard(createFakeClient(APP), beginExplaining({ ...FIRST_STEP, text: 'anna@exa' }))
}

function explainStepOf(wizard: Wizard): ExplainStep {
  const state = wizard.store.getState()
  if (state.step !== 'explain') throw new Error(`at ${state.step}`)
  return state
}

describe('a pasted text', () => {
  test('is explained, and its answer is taken away with the next letter', async () => {
    const wizard = begin()
    await wizard.explain(pasted('552 5.2.2 Mailbox over quota'))
    expect(explainStepOf(wizard).explanation?.causes[0].code).toBe('SEND_MAILBOX_FULL')
    wizard.dispatch({ type: 'text-pasted', pasted: pasted('552 5.2.2 Mailbox over quotas') })
    expect(explainStepOf(wizard).explanation).toBeNull()
  })

  test('that was replaced meanwhile is not answered', async () => {
    const wizard = begin()
    const first = wizard.explain(pasted('552 5.2.2 Mailbox over quota'))
    wizard.dispatch({ type: 'text-pasted', pasted: pasted('something else') })
    await first
    expect(explainStepOf(wizard)).toMatchObject({ pasted: pasted('something else'), explanation: null })
  })

  test.each(['', ' \n\t'])('of nothing (%j) is asked for', async (text) => {
    const wizard = begin()
    await wizard.explain(pasted(text))
    expect(explainStepOf(wizard)).toMatchObject({ problem: 'empty', explanation: null })
  })

  test('of more than a megabyte is not taken, and the one before stays', async () => {
    const wizard = begin()
    await wizard.explain(pasted('552 full'))
    await wizard.explain(pasted('x'.repeat(MAX_PASTED + 1)))
    expect(explainStepOf(wizard)).toMatchObject({ problem: 'too-big', pasted: pasted('552 full') })
  })
})

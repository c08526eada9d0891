import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import { ACCOUNT, discoveryWith, FINDING, resultFor, SMTP } from '../samples.ts'

const DONE: WizardState = {
  step: 'done',
  account: ACCOUNT,
  leftOut: [],
  tested: { setupId: 'setup-1', discovery: discoveryWith() },
}

function begin(state: WizardState) {
  const closed: string[] = []
  const sentFor: string[] = []
  const fake = createFakeClient(APP)
  async function* report(): AsyncIterable<TestEvent> {
    yield await Promise.resolve({
      type: 'started',
      endpoints: [SMTP],
      network: '',
      at: '2026-11-20T10:00:00.000Z',
    } as const)
    const result = resultFor(SMTP, { verdict: 'failed', findings: [FINDING] })
    yield { type: 'result', protocol: 'smtp', result }
    yield { type: 'done', result: { address: '', verdict: 'problem', endpoints: [] } }
  }
  const engine: EngineClient = {
    ...fake,
    setup: {
      ...fake.setup,
      sendTest: ({ setupId }) => {
        sentFor.push(setupId)
        return report()
      },
      close: ({ setupId }) => {
        closed.push(setupId)
        return Promise.resolve(null)
      },
    },
  }
  return { wizard: new Wizard(engine, state), closed, sentFor }
}

describe('after an account was saved', () => {
  test('its setup sends the last proof, and how it ended is said on the page of the program', async () => {
    const { wizard, sentFor } = begin(DONE)
    wizard.dispatch({ type: 'handover-wanted', target: { kind: 'list' } })
    await wizard.handover.sendMessage('en')
    expect(sentFor).toEqual(['setup-1'])
    expect(wizard.store.getState()).toMatchObject({
      step: 'handover',
      proof: { state: 'failed', finding: FINDING },
    })
  })

  test.each([
    ['the page of a program', true],
    ['the saved account', false],
  ])('the engine forgets its password when the user leaves %s for another account', (_, viaProgram) => {
    const { wizard, closed } = begin(DONE)
    if (viaProgram) wizard.dispatch({ type: 'handover-wanted', target: { kind: 'paper' } })
    expect(closed).toEqual([])
    wizard.restart()
    expect(closed).toEqual(['setup-1'])
  })
})

import { expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import { ANNA, discoveryWith, endedLane, IMAP, SERVICES, SMTP } from '../samples.ts'

const EXPERT = { family: 4, mechanism: 'LOGIN', ehloName: 'client.example.net' } as const

const RESULT: ResultStep = {
  step: 'result',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  offer: null,
  token: 'none',
  lanes: [endedLane(IMAP), endedLane(SMTP)],
  saving: { state: 'idle' },
}

test('one service is tested again as a technician wants it, with the password that the engine holds', () => {
  const asked: unknown[] = []
  const fake = createFakeClient(APP)
  const tested: EngineClient['setup']['test'] = (request, signal) => {
    asked.push(request)
    return fake.setup.test(request, signal)
  }
  const wizard = new Wizard({ ...fake, setup: { ...fake.setup, test: tested } }, RESULT)
  void wizard.live.retest('smtp', EXPERT)
  expect(asked).toEqual([
    { setupId: 'setup-1', credential: null, sending: null, protocols: ['smtp'], expert: EXPERT },
  ])
  expect(wizard.store.getState()).toMatchObject({
    step: 'test',
    lanes: [endedLane(IMAP), { ...newLane(SMTP), expert: EXPERT }],
  })
})

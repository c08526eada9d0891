import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine, type Environment } from '#engine/create-engine.ts'
import { practiceEnvironment, type PracticePorts } from '#engine/practice/practice-environment.ts'
import { systemEnvironment } from '#engine/system-environment.ts'

const signal = new AbortController().signal

let practice: PracticePorts
beforeAll(async () => {
  const openUrl = () => Promise.resolve(false)
  practice = await practiceEnvironment(systemEnvironment({ version: '0.0.0', host: 'browser', openUrl }), 0)
})
afterAll(() => practice.stop())

/** What a page is told at its start by an engine that has just been started. */
async function viewAfterStart(environment: Environment) {
  const { view } = await createEngine(environment).handlers.app.describe({}, signal)
  return view
}

test('the view a user chose is there at the next start, whichever host it is', async () => {
  const { environment } = practice
  expect(await viewAfterStart(environment)).toBe('plain')
  const { app } = createEngine(environment).handlers
  expect(await app.chooseView({ view: 'technician' }, signal)).toBe('kept')
  expect(await viewAfterStart({ ...environment, host: 'desktop' })).toBe('technician')
  expect(await app.chooseView({ view: 'plain' }, signal)).toBe('kept')
  expect(await viewAfterStart(environment)).toBe('plain')
})

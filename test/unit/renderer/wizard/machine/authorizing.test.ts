import { describe, expect, test } from 'vitest'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { ANNA, discoveryWith, SERVICES } from '../samples.ts'

const FINDING = {
  code: 'OAUTH_CONSENT',
  turn: 'admin',
  facts: {},
  serverSaid: null,
  consentUrl: null,
  actions: [{ kind: 'ask-admin' }],
} as const

const begun: WizardEvent = { type: 'authorize-started', way: 'browser' }
const report = (event: SignInEvent): WizardEvent => ({ type: 'authorize-reported', event })
const waiting = transition(
  {
    step: 'sign-in',
    address: ANNA,
    discovery: discoveryWith(),
    services: SERVICES,
    setupId: 'setup-1',
    wants: 'password',
    because: null,
  },
  begun,
)

describe('a sign-in in the browser', () => {
  const told = transition(waiting, report({ type: 'approval', finding: FINDING }))

  test('goes on waiting when it knows what to tell an administrator', () => {
    expect(told).toEqual({ ...waiting, approval: FINDING })
  })

  test('still knows it when it has failed, and not when it is begun anew', () => {
    const failed = transition(
      told,
      report({ type: 'failed', finding: { ...FINDING, code: 'OAUTH_CANCELLED' } }),
    )
    expect(failed).toMatchObject({ approval: FINDING, progress: { state: 'failed' } })
    expect(transition(failed, begun)).not.toHaveProperty('approval')
  })
})

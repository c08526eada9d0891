import { describe, expect, test } from 'vitest'
import type { StageRecord } from '#shared/domain/stage.ts'
import { keepProof } from '#engine/setup/keep-proof.ts'
import { systemClock } from '#engine/system-clock.ts'
import { REFUSED, resultOf } from './tested-setup.ts'
import { account, KEPT_AS, savedPlace } from '../accounts/saved-place.ts'

const times = { startedMs: 0, endedMs: 1 }
const OK: readonly StageRecord[] = [
  { stage: 'tls', status: 'ok', ...times, facts: { version: 'TLSv1.3' } },
  { stage: 'login', status: 'ok', ...times, facts: { method: 'plain' } },
]

/** Opens the account, tests it with these outcomes, and notes what came of it. */
async function testAgain(
  imap: readonly StageRecord[],
  smtp: readonly StageRecord[],
  changed: 'changed' | 'as-saved',
) {
  const place = await savedPlace(account(), { [KEPT_AS]: 'sunflower' })
  const opened = await place.open()
  const setup = place.setups.find(opened.ok ? opened.value.setupId : '')
  if (setup === null) throw new Error('the account opens')
  const endpoints = setup.services.map((service) =>
    resultOf(service, service.endpoint.protocol === 'imap' ? imap : smtp),
  )
  setup.record({ address: account().address, verdict: 'ok', endpoints })
  if (changed === 'changed') setup.saved = null
  await keepProof(setup, place.accounts, systemClock)
  const [known] = await place.known()
  return known
}

describe('a test of a saved account', () => {
  test('that is good is noted as the latest, with what the servers looked like', async () => {
    const known = await testAgain(OK, OK, 'as-saved')
    expect(known?.provedAt).not.toBe(account().provedAt)
    expect(known?.services.map(({ seen }) => seen?.tls)).toEqual(['TLSv1.3', 'TLSv1.3'])
    expect(known).toMatchObject({
      ...account(),
      provedAt: known?.provedAt,
      services: [{ slot: 'account' }, {}],
    })
  })

  test.each<readonly [string, Parameters<typeof testAgain>]>([
    ['where one service fails', [OK, REFUSED, 'as-saved']],
    ['with another password or other servers', [OK, OK, 'changed']],
  ])('%s leaves the list as it was', async (_, args) => {
    expect(await testAgain(...args)).toEqual(account())
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { Secret } from '#engine/secret.ts'
import { Setup } from '#engine/setup/setups.ts'
import {
  ASKED,
  IMAP,
  imap,
  placeToSave,
  REFUSED,
  RELAY,
  relay,
  resultOf,
  serviceAt,
  SIGNED_IN,
  testedSetup,
  type Tested,
} from './tested-setup.ts'

const KEPT_AS = 'anna@example.org/password'

/** Saves what was tested, with a password or without. */
async function save(tested: readonly Tested[], password: string | null, secret: 'keep' | 'leave') {
  const place = await placeToSave()
  const saved = await place.save(testedSetup(tested, password), secret)
  return { saved, kept: await place.valueOf(KEPT_AS) }
}

describe('an account that sends by way of a relay', () => {
  test('is saved with the relay as a service without a sign-in', async () => {
    const { saved, kept } = await save(
      [
        [imap, SIGNED_IN],
        [relay, ASKED],
      ],
      'sunflower',
      'keep',
    )
    expect(saved).toMatchObject({
      ok: true,
      value: {
        services: [
          { endpoint: IMAP, userName: 'anna', signIn: 'password', auth: 'plain' },
          { endpoint: RELAY, userName: '', signIn: 'none', auth: 'none' },
        ],
      },
    })
    expect(kept).toBe('sunflower')
  })

  test.each(['keep', 'leave'] as const)(
    'and by no other is saved without a password (%s)',
    async (secret) => {
      const { saved, kept } = await save([[relay, ASKED]], null, secret)
      expect(saved).toMatchObject({ ok: true, value: { secretStore: null, services: [{ signIn: 'none' }] } })
      expect(kept).toBeNull()
    },
  )

  test('keeps no password that was refused where it was needed', async () => {
    const { saved, kept } = await save(
      [
        [imap, REFUSED],
        [relay, ASKED],
      ],
      'wrong',
      'keep',
    )
    expect(saved).toMatchObject({ ok: true, value: { secretStore: null, services: [{ endpoint: RELAY }] } })
    expect(kept).toBeNull()
  })
})

test('what was proved of a relay is not proved of the same server with a sign-in', async () => {
  const setup = { address: 'anna@example.org', verdict: 'ok' } as const
  const parsed = parseEmailAddress(setup.address)
  if (!parsed.ok) throw new Error('the address is good')
  const own = new Setup({ address: parsed.value, provider: null, issuerRef: null, services: [relay] })
  own.record({ ...setup, endpoints: [resultOf(relay, ASKED)] })
  expect(own.results).toHaveLength(1)
  own.agreeAnew({
    address: parsed.value,
    provider: null,
    issuerRef: null,
    services: [serviceAt(RELAY, 'password')],
  })
  expect(own.results).toEqual([])
})

test('an access token from elsewhere is not kept in the place of a password', async () => {
  const place = await placeToSave()
  const setup = testedSetup([[imap, SIGNED_IN]], 'sunflower')
  setup.usePassword({ kind: 'token', secret: new Secret('ya29.for-an-hour') })
  const saved = await place.save(setup, 'keep')
  expect(saved).toMatchObject({ ok: true, value: { secretStore: null } })
  expect(await place.valueOf(KEPT_AS)).toBeNull()
})

test('no password is kept for an account that cannot be put into a list of a newer version', async () => {
  const place = await placeToSave()
  await writeFile(join(place.folder, 'accounts.json'), '{"schema": 3}')
  const saved = await place.save(testedSetup([[imap, SIGNED_IN]], 'sunflower'), 'keep')
  expect(saved).toEqual({ ok: false, error: 'STATE_NEWER' })
  expect(await place.valueOf(KEPT_AS)).toBeNull()
  expect(await readFile(join(place.folder, 'accounts.json'), 'utf8')).toBe('{"schema": 3}')
})

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EndpointResult } from '#shared/domain/check-result.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import { Secret } from '#engine/secret.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { Setup } from '#engine/setup/setups.ts'
import { systemClock } from '#engine/system-clock.ts'
import { emptyFolder } from '../files/folders.ts'

const RELAY: ServerEndpoint = { protocol: 'smtp', host: 'relay.example.org', port: 25, security: 'starttls' }
const IMAP: ServerEndpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }

const times = { startedMs: 0, endedMs: 1 }
const ASKED: readonly StageRecord[] = [
  { stage: 'login', status: 'skipped', ...times, facts: { why: 'no-login-needed' } },
  { stage: 'send', status: 'ok', ...times, facts: { how: 'asked' } },
]
const SIGNED_IN: readonly StageRecord[] = [
  { stage: 'login', status: 'ok', ...times, facts: { method: 'plain' } },
]
const REFUSED: readonly StageRecord[] = [
  { stage: 'login', status: 'failed', ...times, facts: {}, fault: { kind: 'login-disabled' } },
]

function serviceAt(endpoint: ServerEndpoint, signIn: ServiceSignIn): ConfirmedService {
  const service = confirmService(endpoint, signIn === 'none' ? '' : 'anna', { origin: 'typed', signIn })
  if (!service.ok) throw new Error(service.error)
  return service.value
}

function resultOf({ endpoint, userName, signIn }: ConfirmedService, stages: readonly StageRecord[]) {
  const works = stages.every(({ status }) => status !== 'failed')
  return {
    endpoint,
    userName,
    signIn,
    verdict: works ? 'ok' : 'failed',
    code: works ? 'OK' : 'AUTH_REJECTED',
    passwordSent: 'no',
    evidence: { endpoint, stages, transcript: [], passwordSent: 'no' },
    alternatives: [],
    findings: [],
  } as const satisfies EndpointResult
}

const relay = serviceAt(RELAY, 'none')
const imap = serviceAt(IMAP, 'password')

type Tested = readonly [ConfirmedService, readonly StageRecord[]]

/** Saves what was tested, with a password or without. */
async function save(tested: readonly Tested[], password: string | null, secret: 'keep' | 'leave') {
  const address = parseEmailAddress('anna@example.org')
  if (!address.ok) throw new Error('the address is good')
  const services = tested.map(([service]) => service)
  const setup = new Setup({ address: address.value, provider: null, place: null, services })
  if (password !== null) setup.usePassword({ kind: 'password', secret: new Secret(password) })
  const endpoints = tested.map(([service, stages]) => resultOf(service, stages))
  setup.record({ address: 'anna@example.org', verdict: 'ok', endpoints })
  const kept: string[] = []
  const store = createMemoryStore('practice')
  const secrets = {
    ...store,
    save: (name: string, value: string) => {
      kept.push(value)
      return store.save(name, value)
    },
  }
  const accounts = createAccountFile(join(await emptyFolder(), 'accounts.json'))
  const saved = await saveSetup(setup, secret, { secrets, accounts, clock: systemClock })
  return { saved, kept }
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
    expect(kept).toEqual(['sunflower'])
  })

  test.each(['keep', 'leave'] as const)(
    'and by no other is saved without a password (%s)',
    async (secret) => {
      const { saved, kept } = await save([[relay, ASKED]], null, secret)
      expect(saved).toMatchObject({ ok: true, value: { secretStore: null, services: [{ signIn: 'none' }] } })
      expect(kept).toEqual([])
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
    expect(kept).toEqual([])
  })
})

test('what was proved of a relay is not proved of the same server with a sign-in', async () => {
  const setup = { address: 'anna@example.org', verdict: 'ok' } as const
  const parsed = parseEmailAddress(setup.address)
  if (!parsed.ok) throw new Error('the address is good')
  const own = new Setup({ address: parsed.value, provider: null, place: null, services: [relay] })
  own.record({ ...setup, endpoints: [resultOf(relay, ASKED)] })
  expect(own.results).toHaveLength(1)
  own.agreeAnew({
    address: parsed.value,
    provider: null,
    place: null,
    services: [serviceAt(RELAY, 'password')],
  })
  expect(own.results).toEqual([])
})

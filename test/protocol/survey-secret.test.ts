import { expect, test } from 'vitest'
import { confirmService } from '#engine/confirmed-service.ts'
import { surveySetup } from '#engine/setup/survey-setup.ts'
import { Secret } from '#engine/secret.ts'
import { Setups } from '#engine/setup/setups.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { mailServer } from '../support/behaviour.ts'
import { canaryOf } from '../support/canary.ts'
import { serverTls } from '../support/certificates.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'

const HOST = 'mail.example.org'
const SECRET = 'zQ7-kanari-vogel-93'

test('a server that was told the password says it in no look at its other ports', async () => {
  const address = parseEmailAddress('anna@example.org')
  if (!address.ok) throw new Error('the sample is no address')
  const tls = await serverTls({ dnsNames: [HOST, `${SECRET}.example`], commonName: SECRET })
  const world = await createDiscoveryWorld({
    endpoints: {
      [`${HOST}:993`]: mailServer('imap', 'tls', tls),
      [`${HOST}:465`]: mailServer('smtp', 'tls', tls, { greeting: `554 5.7.1 not you, ${SECRET}` }),
    },
    limits: { connectMs: 400 },
  })
  const endpoint = { protocol: 'imap', host: HOST, port: 993, security: 'tls' } as const
  const service = confirmService(endpoint, 'anna', { origin: 'typed' })
  if (!service.ok) throw new Error(service.error)
  const setups = new Setups()
  const setup = setups.begin({
    address: address.value,
    provider: null,
    services: [service.value],
    issuerRef: null,
  })
  setup.usePassword({ kind: 'password', secret: new Secret(SECRET) })
  const said: unknown[] = []
  for await (const report of surveySetup(setups, setup.id, world.tools, new AbortController().signal))
    said.push(report)
  await world.stop()
  expect(JSON.stringify(said)).toContain('[password]')
  expect(canaryOf(SECRET).formsIn(JSON.stringify(said))).toEqual([])
})

import type { Fault } from '#shared/domain/fault.ts'
import { smtpReply } from '#shared/domain/server-reply.ts'
import { ORGANISATION_APP } from '#renderer/gallery/sample-app.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { RELAY, relayLane, withRelay } from '#renderer/gallery/sample-relay.ts'
import { ACCOUNT, result, scene, servers, signIn, type Scene } from '#renderer/gallery/sample-states.ts'
import { draftOf } from '#renderer/wizard/machine/drafts.ts'

const refusal = (code: number, enhanced: string, text: string): Fault => ({
  kind: 'rejected',
  reply: smtpReply(code, enhanced, text),
})

const RELAY_SERVERS = { ...servers('unknown'), services: withRelay(servers('unknown').services) }
const RELAY_ALONE = RELAY_SERVERS.services.map((service) =>
  service.protocol === 'smtp' ? service : { ...service, use: 'leave-out' as const },
)
const RELAY_DRAFTS = RELAY_SERVERS.services
  .filter(({ protocol }) => protocol === 'smtp')
  .map((service) => draftOf(service, RELAY_SERVERS.address))
const PLAIN_DRAFTS = RELAY_DRAFTS.map(
  (draft) => ({ ...draft, host: 'relay.example.org', port: '25', security: 'none' }) as const,
)
const RELAY_ACCOUNT = {
  ...ACCOUNT,
  services: [
    {
      endpoint: RELAY,
      userName: '',
      origin: 'typed',
      signIn: 'none',
      slot: 'account',
      auth: 'none',
      pin: null,
      seen: null,
    },
  ] as const,
  secretStore: null,
  oauth: null,
}

/** Sending by way of a relay in one's own network, which wants no sign-in. */
export const RELAYS: readonly Scene[] = [
  scene('relay-editing', { ...RELAY_SERVERS, drafts: RELAY_DRAFTS }),
  scene('relay-editing-plain', { ...RELAY_SERVERS, drafts: PLAIN_DRAFTS }, ORGANISATION_APP),
  scene('relay-servers', RELAY_SERVERS),
  scene('relay-servers-alone', { ...RELAY_SERVERS, services: RELAY_ALONE }),
  scene('relay-sign-in', { ...signIn('unknown'), services: RELAY_SERVERS.services }),
  scene('relay-works', result([workingLane('imap'), relayLane(), workingLane('pop3')])),
  scene('relay-works-alone', { ...result([relayLane()]), services: RELAY_ALONE }),
  scene('relay-wants-sign-in', result([relayLane(refusal(530, '5.7.0', 'Authentication required'))])),
  scene('relay-denied', result([relayLane(refusal(554, '5.7.1', 'Relay access denied'))])),
  scene('relay-done', { step: 'done', account: RELAY_ACCOUNT, leftOut: [] }),
  scene('relay-saved', { ...FIRST_STEP, accounts: { accounts: [RELAY_ACCOUNT], notice: null } }),
]

import { EXPLANATIONS } from '#renderer/gallery/explain-scenes.ts'
import { DEVICES } from '#renderer/gallery/device-scenes.ts'
import { HANDOVERS } from '#renderer/gallery/handover-scenes.ts'
import { INSPECTIONS } from '#renderer/gallery/inspect-scenes.ts'
import { NETWORKS } from '#renderer/gallery/network-scenes.ts'
import { REFUSALS } from '#renderer/gallery/refusal-scenes.ts'
import { REPORTS } from '#renderer/gallery/report-scenes.ts'
import { ARRIVALS } from '#renderer/gallery/arrival-scenes.ts'
import { SAVED } from '#renderer/gallery/saved-scenes.ts'
import { OAUTH } from '#renderer/gallery/oauth-scenes.ts'
import { RELAYS } from '#renderer/gallery/relay-scenes.ts'
import { ACCOUNT, scene, type Scene } from '#renderer/gallery/sample-states.ts'
import { TECHNICIAN } from '#renderer/gallery/technician-scenes.ts'
import { ADDRESS } from '#renderer/gallery/address-scenes.ts'
import { ACCOUNTS } from '#renderer/gallery/account-scenes.ts'
import { SERVERS } from '#renderer/gallery/server-scenes.ts'
import { SIGN_INS } from '#renderer/gallery/sign-in-scenes.ts'
import { TESTS, RESULTS } from '#renderer/gallery/test-scenes.ts'
import { FINDINGS } from '#renderer/gallery/finding-scenes.ts'

const DONE: readonly Scene[] = [
  scene('done', { step: 'done', account: ACCOUNT, leftOut: [] }),
  scene('done-partial', {
    step: 'done',
    account: {
      ...ACCOUNT,
      services: ACCOUNT.services.filter(({ endpoint }) => endpoint.protocol === 'imap'),
    },
    leftOut: ['smtp'],
  }),
  scene('done-without-secret', { step: 'done', account: { ...ACCOUNT, secretStore: null }, leftOut: [] }),
]

/** All that the gallery shows, in the order of the steps. */
export const SCENES: readonly Scene[] = [
  ...ADDRESS,
  ...ACCOUNTS,
  ...SERVERS,
  ...SIGN_INS,
  ...TESTS,
  ...RESULTS,
  ...FINDINGS,
  ...TECHNICIAN,
  ...NETWORKS,
  ...REFUSALS,
  ...RELAYS,
  ...OAUTH,
  ...SAVED,
  ...EXPLANATIONS,
  ...ARRIVALS,
  ...REPORTS,
  ...DONE,
  ...HANDOVERS,
  ...INSPECTIONS,
  ...DEVICES,
]

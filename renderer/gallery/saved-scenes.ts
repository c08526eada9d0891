import type { OpenProblem } from '#shared/contract/contract.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountAction, Managing } from '#renderer/wizard/machine/managing.ts'
import { FIRST_STEP, type SavedSetup } from '#renderer/wizard/machine/state.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { ACCOUNT, result, scene, servers, signIn, type Scene } from '#renderer/gallery/sample-states.ts'

const { address } = ACCOUNT
const other: SavedAccount = {
  ...ACCOUNT,
  address: 'a-rather-long-name.with.dots@mail.example.org',
  secretStore: null,
}

function list(managing: Managing, accounts: readonly SavedAccount[] = [ACCOUNT, other]) {
  return { ...FIRST_STEP, accounts: { accounts, notice: null }, managing }
}

const failed = (action: AccountAction, problem: OpenProblem) =>
  list({ state: 'failed', address, action, problem })

/** Seen on another day: another authority, an older encryption, an capability less and one more, another place. */
const THEN: SavedAccount = {
  ...ACCOUNT,
  services: ACCOUNT.services.map((service) => ({
    ...service,
    seen: {
      addresses: ['198.51.100.7'],
      tls: 'TLSv1.2',
      certificate: { fingerprint: 'AA:BB', issuer: 'Sample Trust E1', validTo: '2026-12-01T00:00:00.000Z' },
      capabilities: ['IMAP4REV1', 'SASL-IR', 'AUTH=PLAIN', 'IDLE', 'COMPRESS=DEFLATE'],
    },
  })),
}

const saved = (account: SavedAccount, change: Partial<SavedSetup> = {}): { readonly saved: SavedSetup } => ({
  saved: { account, secret: 'ready', record: 'as-saved', ...change },
})

const GREEN = result([workingLane('imap'), workingLane('smtp'), workingLane('pop3')])

const TWO_PASSWORDS: SavedAccount = {
  ...ACCOUNT,
  services: ACCOUNT.services.map((service) =>
    service.endpoint.protocol === 'smtp' ? { ...service, slot: 'sending' } : service,
  ),
}

/** What can be done with saved accounts. */
export const SAVED: readonly Scene[] = [
  scene('saved-asking-keychain', list({ state: 'busy', address, action: 'test' })),
  scene('saved-keychain-locked', failed('test', 'KEY_LOCKED')),
  scene('saved-password-gone', failed('edit', 'KEY_GONE')),
  scene('saved-locked-by-organisation', failed('test', 'CFG_LOCKED')),
  scene('saved-cannot-be-forgotten', failed('forget', 'KEY_DENIED')),
  scene('saved-forgotten', list({ state: 'forgotten', address, secrets: 'removed' }, [other])),
  scene('saved-password-left', list({ state: 'forgotten', address, secrets: 'left' }, [])),
  scene('saved-servers', { ...servers('gmx', { setupId: 'gallery' }), ...saved(ACCOUNT) }),
  scene('saved-works-unchanged', { ...GREEN, ...saved(withFactsOfToday()) }),
  scene('saved-works-changed', { ...GREEN, ...saved(THEN) }),
  scene('saved-fails', {
    ...result([workingLane('imap'), failedLane('smtp', 'connect', { kind: 'refused' })]),
    ...saved(THEN),
  }),
  scene('saved-changed', { ...GREEN, ...saved(THEN, { record: 'changed' }) }),
  scene('saved-sign-in-refused', { ...signIn('gmx'), ...saved(ACCOUNT, { secret: 'refused' }) }),
  scene('saved-sign-in-two', { ...signIn('gmx'), ...saved(TWO_PASSWORDS, { secret: 'not-saved' }) }),
]

function withFactsOfToday(): SavedAccount {
  return {
    ...ACCOUNT,
    services: ACCOUNT.services.map((service) => ({
      ...service,
      seen: { addresses: [], tls: null, certificate: null, capabilities: [] },
    })),
  }
}

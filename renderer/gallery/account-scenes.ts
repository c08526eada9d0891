import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { DISCOVERIES } from '#renderer/gallery/sample-discovery.ts'
import { scene, type DiscoveryName, type Scene } from '#renderer/gallery/sample-states.ts'

function account(name: DiscoveryName, picked: AccountTypeId | null = null): WizardState {
  const discovery = DISCOVERIES[name]
  return { step: 'account', address: sampleAddress(discovery.address), discovery, picked }
}

function cutOff(): WizardState {
  const discovery = DISCOVERIES.unknown
  const failed = ['mx', 'autoconfig', 'ispdb'] as const
  const sources = failed.map(
    (source) => ({ source, status: 'failed', code: 'NET_DNS_FAIL', durationMs: 90 }) as const,
  )
  const address = sampleAddress(discovery.address)
  return { step: 'account', address, discovery: { ...discovery, complete: true, sources }, picked: null }
}

/** What was found for an address. */
export const ACCOUNTS: readonly Scene[] = [
  scene('account-looking', {
    step: 'account',
    address: sampleAddress('anna@example.org'),
    discovery: null,
    picked: null,
  }),
  scene('account-gmail', account('gmail')),
  scene('account-gmx', account('gmx')),
  scene('account-unknown', account('unknown')),
  scene('account-cut-off', cutOff()),
  scene('account-sending', account('unknown', 'sending')),
  scene('account-closed', account('tuta')),
  scene('account-has-closed', account('workmailClosed')),
  scene('account-asking', account('asking')),
  scene('account-published', account('published')),
  scene('account-answering', account('answering')),
  scene('account-filtered', account('filtered')),
  scene('account-forwards', account('forwards')),
  scene('account-noted', account('noted')),
]

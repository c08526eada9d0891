import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import { FIRST_STEP, type WizardState } from '#renderer/wizard/machine/state.ts'
import { PRACTICE_APP } from '#renderer/gallery/sample-app.ts'
import { sampleAddress } from '#renderer/gallery/sample-address.ts'
import { ACCOUNT, scene, type Scene } from '#renderer/gallery/sample-states.ts'

/** An address about which something is asked first. */
function doubted(text: string): WizardState {
  const address = sampleAddress(text)
  const about = doubtAbout(address)
  return { ...FIRST_STEP, text, doubt: about === null ? null : { address, about, next: 'look-up' } }
}

/** The first step, and what can be wrong with an address. */
export const ADDRESS: readonly Scene[] = [
  scene('address-empty', FIRST_STEP),
  scene('address-typo', doubted('anna.lindqvist@gmial.com')),
  scene('address-lookalike', doubted('anna@gm\u0430il.com')),
  scene('address-international', doubted('jürgen@münchen.example')),
  scene('address-comma', {
    ...FIRST_STEP,
    text: 'anna@gmail,com',
    problem: { reason: 'comma', suggestion: 'anna@gmail.com' },
  }),
  scene('address-practice', FIRST_STEP, PRACTICE_APP),
  scene('address-problem', { ...FIRST_STEP, text: 'anna', problem: { reason: 'no-at' } }),
  scene('address-only-domain', {
    ...FIRST_STEP,
    text: 'example.org',
    problem: { reason: 'only-domain', suggestion: 'postmaster@example.org' },
  }),
  scene('address-suggestion', {
    ...FIRST_STEP,
    text: 'Anna <anna@example.org>',
    problem: { reason: 'display-name', suggestion: 'anna@example.org' },
  }),
  scene('address-accounts', {
    ...FIRST_STEP,
    accounts: {
      accounts: [
        ACCOUNT,
        { ...ACCOUNT, address: 'a-rather-long-name.with.dots@mail.example.org', secretStore: null },
      ],
      notice: 'STATE_RECOVERED',
    },
  }),
  scene('address-newer-list', { ...FIRST_STEP, accounts: { accounts: [], notice: 'STATE_NEWER' } }),
]

import type { AppDescription } from '#shared/contract/contract.ts'
import { PRACTICE_FAULTS } from '#shared/contract/practice.ts'

export const APP: AppDescription = {
  version: '0.0.0',
  capabilities: {
    host: 'browser',
    secretStore: 'secret-service',
    saveFile: 'download',
    savePdf: false,
    signIn: ['oauth', 'password', 'app-password'],
  },
  practice: null,
  policy: null,
  view: 'plain',
}

/** Seen by a technician. */
export const TECHNICIAN_APP: AppDescription = { ...APP, view: 'technician' }

export const APP_WITHOUT_KEYCHAIN: AppDescription = {
  ...APP,
  capabilities: { ...APP.capabilities, secretStore: null },
}

export const PRACTICE_APP: AppDescription = {
  ...APP,
  practice: {
    mailboxes: PRACTICE_FAULTS.map((fault) => ({
      fault,
      address: `anna@${fault}.example`,
      passwords: ['sunflower'],
    })),
  },
}

/** On a computer of an organisation that has laid down its servers. */
export const ORGANISATION_APP: AppDescription = {
  ...APP,
  policy: {
    organisation: 'Contoso',
    support: { text: 'Helpdesk, extension 4711, weekdays 8 to 17', url: 'https://help.contoso.example/' },
    locked: ['servers', 'user-name'],
    plainRelays: ['relay.example.org'],
  },
}

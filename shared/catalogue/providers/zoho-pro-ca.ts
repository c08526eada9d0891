import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProCa: Provider = {
  ...ZOHO,
  id: 'zoho-pro-ca',
  name: 'Zoho Mail, own domain (Canada)',
  domains: [],
  mx: ['zohocloud.ca'],
  servers: {
    imap: ['imappro.zohocloud.ca:993:tls'],
    pop3: ['poppro.zohocloud.ca:995:tls'],
    smtp: ['smtppro.zohocloud.ca:465:tls'],
  },
  unproved: ['poppro.zohocloud.ca:995:tls'],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoEu: Provider = {
  ...ZOHO,
  id: 'zoho-eu',
  name: 'Zoho Mail (EU)',
  domains: ['zoho.eu', 'zohomail.eu'],
  mx: [],
  servers: {
    imap: ['imap.zoho.eu:993:tls'],
    pop3: ['pop.zoho.eu:995:tls'],
    smtp: ['smtp.zoho.eu:465:tls', 'smtp.zoho.eu:587:starttls'],
  },
  sources: [
    { name: 'Mozilla ISPDB, zoho.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

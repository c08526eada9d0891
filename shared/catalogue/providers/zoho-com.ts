import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoCom: Provider = {
  ...ZOHO,
  id: 'zoho-com',
  name: 'Zoho Mail (US)',
  domains: ['zoho.com', 'zohomail.com'],
  mx: [],
  servers: {
    imap: ['imap.zoho.com:993:tls'],
    pop3: ['pop.zoho.com:995:tls'],
    smtp: ['smtp.zoho.com:465:tls', 'smtp.zoho.com:587:starttls'],
  },
  sources: [
    { name: 'Mozilla ISPDB, zoho.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

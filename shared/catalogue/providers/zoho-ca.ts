import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoCa: Provider = {
  ...ZOHO,
  id: 'zoho-ca',
  name: 'Zoho Mail (Canada)',
  domains: ['zohocloud.ca'],
  mx: [],
  servers: {
    imap: ['imap.zohocloud.ca:993:tls'],
    pop3: ['pop.zohocloud.ca:995:tls'],
    smtp: ['smtp.zohocloud.ca:465:tls', 'smtp.zohocloud.ca:587:starttls'],
  },
  sources: [
    { name: 'Mozilla ISPDB, zoho.com', date: '2026-03-12' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

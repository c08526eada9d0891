import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoIn: Provider = {
  ...ZOHO,
  id: 'zoho-in',
  name: 'Zoho Mail (India)',
  domains: ['zoho.in', 'zohomail.in'],
  mx: [],
  servers: {
    imap: ['imap.zoho.in:993:tls'],
    pop3: ['pop.zoho.in:995:tls'],
    smtp: ['smtp.zoho.in:465:tls', 'smtp.zoho.in:587:starttls'],
  },
  sources: [
    { name: 'Mozilla ISPDB, zoho.com', date: '2026-03-12' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoJp: Provider = {
  ...ZOHO,
  id: 'zoho-jp',
  name: 'Zoho Mail (Japan)',
  domains: ['zoho.jp', 'zohomail.jp'],
  mx: [],
  servers: {
    imap: ['imap.zoho.jp:993:tls'],
    pop3: ['pop.zoho.jp:995:tls'],
    smtp: ['smtp.zoho.jp:465:tls', 'smtp.zoho.jp:587:starttls'],
  },
  sources: [
    { name: 'Mozilla ISPDB, zoho.com', date: '2026-03-12' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

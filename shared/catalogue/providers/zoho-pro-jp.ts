import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProJp: Provider = {
  ...ZOHO,
  id: 'zoho-pro-jp',
  name: 'Zoho Mail, own domain (Japan)',
  domains: [],
  mx: ['zoho.jp'],
  servers: {
    imap: ['imappro.zoho.jp:993:tls'],
    pop3: ['poppro.zoho.jp:995:tls'],
    smtp: ['smtppro.zoho.jp:465:tls'],
  },
  unproved: ['poppro.zoho.jp:995:tls'],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

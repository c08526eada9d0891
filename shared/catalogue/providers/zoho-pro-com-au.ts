import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProComAu: Provider = {
  ...ZOHO,
  id: 'zoho-pro-com-au',
  name: 'Zoho Mail, own domain (Australia)',
  domains: [],
  mx: ['zoho.com.au'],
  servers: {
    imap: ['imappro.zoho.com.au:993:tls'],
    pop3: ['poppro.zoho.com.au:995:tls'],
    smtp: ['smtppro.zoho.com.au:465:tls'],
  },
  unproved: ['poppro.zoho.com.au:995:tls'],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

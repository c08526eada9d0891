import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProIn: Provider = {
  ...ZOHO,
  id: 'zoho-pro-in',
  name: 'Zoho Mail, own domain (India)',
  domains: [],
  mx: ['zoho.in'],
  servers: {
    imap: ['imappro.zoho.in:993:tls'],
    pop3: ['poppro.zoho.in:995:tls'],
    smtp: ['smtppro.zoho.in:465:tls'],
  },
  unproved: ['poppro.zoho.in:995:tls'],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

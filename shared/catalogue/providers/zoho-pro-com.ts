import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProCom: Provider = {
  ...ZOHO,
  id: 'zoho-pro-com',
  name: 'Zoho Mail, own domain (US)',
  domains: [],
  mx: ['zoho.com'],
  servers: {
    imap: ['imappro.zoho.com:993:tls'],
    pop3: ['poppro.zoho.com:995:tls'],
    smtp: ['smtppro.zoho.com:465:tls'],
  },
  unproved: ['poppro.zoho.com:995:tls'],
  sending: { spfInclude: 'zohomail.com' },
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

import { ZOHO } from '#shared/catalogue/families/zoho.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const zohoProEu: Provider = {
  ...ZOHO,
  id: 'zoho-pro-eu',
  name: 'Zoho Mail, own domain (EU)',
  domains: [],
  mx: ['zoho.eu'],
  servers: {
    imap: ['imappro.zoho.eu:993:tls'],
    pop3: ['poppro.zoho.eu:995:tls'],
    smtp: ['smtppro.zoho.eu:465:tls'],
  },
  unproved: ['poppro.zoho.eu:995:tls'],
  sending: { spfInclude: 'zohomail.eu' },
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Zoho Mail plans (api-evangelist)', date: '2026-11-20' },
  ],
  comparedOn: '2026-11-20',
}

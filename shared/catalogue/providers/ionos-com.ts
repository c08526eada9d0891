import { IONOS, IONOS_AMERICA } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosCom: Provider = {
  ...IONOS,
  id: 'ionos-com',
  name: 'IONOS.com',
  domains: [],
  mx: ['ionos.com', '1and1.com'],
  servers: {
    imap: ['imap.ionos.com:993:tls'],
    pop3: ['pop.ionos.com:995:tls'],
    smtp: ['smtp.ionos.com:465:tls'],
  },
  unproved: ['pop.ionos.com:995:tls'],
  sending: IONOS_AMERICA,
  sources: [
    { name: 'Mozilla ISPDB, ionos.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

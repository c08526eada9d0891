import { IONOS, IONOS_EUROPE } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosFr: Provider = {
  ...IONOS,
  id: 'ionos-fr',
  name: 'IONOS.fr',
  domains: [],
  mx: ['ionos.fr', '1and1.fr'],
  servers: {
    imap: ['imap.ionos.fr:993:tls'],
    pop3: ['pop.ionos.fr:995:tls'],
    smtp: ['smtp.ionos.fr:465:tls'],
  },
  unproved: ['pop.ionos.fr:995:tls'],
  sending: IONOS_EUROPE,
  sources: [
    { name: 'Mozilla ISPDB, ionos.fr', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

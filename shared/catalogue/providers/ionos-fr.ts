import { IONOS } from '#shared/catalogue/families/ionos.ts'
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
  sources: [
    { name: 'Mozilla ISPDB, ionos.fr', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
  ],
  checkedOn: '2026-11-20',
}

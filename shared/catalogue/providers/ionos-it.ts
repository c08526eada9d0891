import { IONOS } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosIt: Provider = {
  ...IONOS,
  id: 'ionos-it',
  name: 'IONOS.it',
  domains: [],
  mx: ['ionos.it'],
  servers: {
    imap: ['imap.ionos.it:993:tls'],
    pop3: ['pop.ionos.it:995:tls'],
    smtp: ['smtp.ionos.it:465:tls'],
  },
  sources: [{ name: 'Mozilla ISPDB, ionos.it', date: '2026-03-12' }],
  checkedOn: '2026-11-20',
}

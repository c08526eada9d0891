import { IONOS, IONOS_EUROPE } from '#shared/catalogue/families/ionos.ts'
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
  unproved: ['pop.ionos.it:995:tls'],
  sending: IONOS_EUROPE,
  sources: [
    { name: 'Mozilla ISPDB, ionos.it', date: '2026-03-12' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

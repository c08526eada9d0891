import { IONOS, IONOS_EUROPE } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosCoUk: Provider = {
  ...IONOS,
  id: 'ionos-co-uk',
  name: 'IONOS.co.uk',
  domains: [],
  mx: ['ionos.co.uk', '1and1.co.uk'],
  servers: {
    imap: ['imap.ionos.co.uk:993:tls'],
    pop3: ['pop.ionos.co.uk:995:tls'],
    smtp: ['smtp.ionos.co.uk:465:tls'],
  },
  unproved: ['pop.ionos.co.uk:995:tls'],
  sending: IONOS_EUROPE,
  sources: [
    { name: 'Mozilla ISPDB, ionos.co.uk', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

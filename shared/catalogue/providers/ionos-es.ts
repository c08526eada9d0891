import { IONOS, IONOS_EUROPE } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosEs: Provider = {
  ...IONOS,
  id: 'ionos-es',
  name: 'IONOS.es',
  domains: [],
  mx: ['ionos.es', '1and1.es', 'clienteservidor.es'],
  servers: {
    imap: ['imap.ionos.es:993:tls'],
    pop3: ['pop.ionos.es:995:tls'],
    smtp: ['smtp.ionos.es:465:tls'],
  },
  unproved: ['pop.ionos.es:995:tls'],
  sending: IONOS_EUROPE,
  sources: [
    { name: 'Mozilla ISPDB, ionos.es', date: '2026-03-12' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

import { IONOS, IONOS_EUROPE } from '#shared/catalogue/families/ionos.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const ionosDe: Provider = {
  ...IONOS,
  id: 'ionos-de',
  name: 'IONOS.de',
  domains: [
    'online.de',
    'onlinehome.de',
    'sofortstart.de',
    'sofort-start.de',
    'sofortsurf.de',
    'sofort-surf.de',
    'go4more.de',
  ],
  mx: ['ionos.de', 'kundenserver.de', 'schlund.de'],
  hints: [...IONOS.hints, { when: 'after', kind: 'data-centre' }],
  // The 1und1.de names still answer; the ionos.de ones are documented.
  servers: {
    imap: ['imap.ionos.de:993:tls', 'imap.1und1.de:993:tls'],
    pop3: ['pop.ionos.de:995:tls', 'pop.1und1.de:995:tls'],
    smtp: ['smtp.ionos.de:465:tls', 'smtp.1und1.de:465:tls'],
  },
  unproved: ['pop.ionos.de:995:tls'],
  sending: IONOS_EUROPE,
  sources: [
    { name: 'Mozilla ISPDB, ionos.de', date: '2026-03-12' },
    { name: 'Mozilla ISPDB, 1und1.de', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'IONOS help, name servers', date: '2026-11-21' },
    { name: 'TXT and CNAME records of hosted domains', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
}

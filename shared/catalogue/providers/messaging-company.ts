import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

/** Took over the mailboxes of the brands of TPG; the collections do not have it yet. */
export const messagingCompany: Provider = {
  id: 'messaging-company',
  name: 'The Messaging Company',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    themessaging.co themessagingco.com.au iinet.net.au internode.on.net westnet.com.au ozemail.com.au
    adam.com.au aapt.net.au netspace.net.au ihug.com.au tassie.net.au
  `),
  mx: [],
  servers: {
    imap: ['imap.themessagingco.com.au:993:tls'],
    pop3: ['pop.themessagingco.com.au:995:tls'],
    smtp: ['smtp.themessagingco.com.au:465:tls'],
  },
  unproved: [
    'imap.themessagingco.com.au:993:tls',
    'pop.themessagingco.com.au:995:tls',
    'smtp.themessagingco.com.au:465:tls',
  ],
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {
    help: 'https://support.themessaging.co/hc/en-au/articles/7879726922639-Mail-server-settings',
  },
  hints: [],
  retiredHosts: [],
  sources: [
    { name: 'The Messaging Company, settings offered as thunderbird/autoconfig#120', date: '2026-11-27' },
    { name: 'The Messaging Company, questions of sponsored customers', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}

import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const talktalk: Provider = {
  id: 'talktalk',
  name: 'TalkTalk',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    talktalk.net tiscali.co.uk lineone.net onetel.com onetel.net onetel.net.uk oneteldsl.net pipex.com
    dial.pipex.com dial.pipex.co.uk dial.pipex.net dsl.pipex.com dsl.pipex.co.uk solo.pipex.com
    screaming.net telco4u.net homecall.co.uk homechoice.co.uk tinyonline.co.uk tinyworld.co.uk
    toucansurf.com ukgateway.net worldonline.co.uk
  `),
  mx: [],
  servers: {
    imap: ['mail.talktalk.net:993:tls'],
    pop3: [],
    smtp: ['smtp.talktalk.net:587:starttls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: { help: 'https://community.talktalk.co.uk/' },
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'FairEmail providers.xml', date: '2026-08-22' }],
  comparedOn: '2026-11-20',
}

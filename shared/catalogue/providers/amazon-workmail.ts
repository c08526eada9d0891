import type { Provider } from '#shared/catalogue/provider.ts'

export const amazonWorkmail: Provider = {
  id: 'amazon-workmail',
  name: 'Amazon WorkMail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['*.awsapps.com'],
  mx: [
    'inbound-smtp.eu-west-1.amazonaws.com',
    'inbound-smtp.us-east-1.amazonaws.com',
    'inbound-smtp.us-west-2.amazonaws.com',
  ],
  // Amazon SES takes mail at the same hosts.
  mxUse: 'shared',
  regions: ['eu-west-1', 'us-east-1', 'us-west-2'],
  servers: {
    imap: [
      'imap.mail.eu-west-1.awsapps.com:993:tls',
      'imap.mail.us-east-1.awsapps.com:993:tls',
      'imap.mail.us-west-2.awsapps.com:993:tls',
    ],
    pop3: [],
    smtp: [
      'smtp.mail.eu-west-1.awsapps.com:465:tls',
      'smtp.mail.us-east-1.awsapps.com:465:tls',
      'smtp.mail.us-west-2.awsapps.com:465:tls',
    ],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [{ when: 'before', kind: 'data-centre' }],
  // March 31 is the last day of its console and of all it holds.
  ends: [
    {
      kind: 'service-ends',
      when: 'before',
      url: 'https://docs.aws.amazon.com/workmail/latest/adminguide/workmail-end-of-support.html',
      life: {
        announced: null,
        effective: '2027-04-01',
        final: '2027-04-01',
        postponedBy: 'nobody',
        concerns: 'all',
        source: { name: 'Amazon WorkMail documentation, end of support notice', date: '2026-11-27' },
      },
    },
  ],
  retiredHosts: [],
  sources: [
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'Amazon WorkMail documentation, end of support notice', date: '2026-11-27' },
  ],
  comparedOn: '2026-11-27',
}

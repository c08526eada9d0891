import type { ServerText } from '../../shared/catalogue/provider.ts'

/** Servers that an entry has from a source of which no state is kept here, so that it can't be compared. */
export interface UnstoredValues {
  readonly provider: string
  /** One of the sources the entry names. */
  readonly source: string
  readonly servers: readonly ServerText[]
}

/** A later state of FairEmail's list than the one that is stored: it was compared on 2026-11-20. */
const LATER_FAIREMAIL = 'FairEmail providers.xml'

/** What is in here is neither proved nor refuted; a source that is stored one day takes its lines away. */
export const UNSTORED: readonly UnstoredValues[] = [
  {
    provider: 'aliyun-qiye',
    source: 'help.aliyun.com, document 36687',
    servers: ['imap.qiye.aliyun.com:993:tls', 'pop.qiye.aliyun.com:995:tls'],
  },
  {
    provider: 'amazon-ses',
    source: 'Amazon SES, SMTP credentials',
    servers: [
      'email-smtp.eu-west-1.amazonaws.com:587:starttls',
      'email-smtp.us-east-1.amazonaws.com:587:starttls',
      'email-smtp.us-west-2.amazonaws.com:587:starttls',
    ],
  },
  {
    provider: 'hostinger',
    source: LATER_FAIREMAIL,
    servers: ['smtp.hostinger.com:465:tls', 'imap.hostinger.com:993:tls'],
  },
  { provider: 'icloud', source: 'meshworld.in, iCloud mail settings', servers: ['smtp.mail.me.com:465:tls'] },
  {
    provider: 'ionos-es',
    source: 'Mozilla ISPDB, ionos.es',
    servers: ['smtp.ionos.es:465:tls', 'imap.ionos.es:993:tls'],
  },
  {
    provider: 'ionos-it',
    source: 'Mozilla ISPDB, ionos.it',
    servers: ['smtp.ionos.it:465:tls', 'imap.ionos.it:993:tls'],
  },
  // Held, but not taken over: their ports and encryptions disagree.
  {
    provider: 'rediffmail',
    source: 'Mozilla ISPDB, rediffmail.com',
    servers: ['smtp.rediffmail.com:586:tls'],
  },
  {
    provider: 'spectrum-brighthouse',
    source: 'FairEmail providers.xml',
    servers: ['mail.brighthouse.com:587:tls'],
  },
  {
    provider: 'spectrum-charter',
    source: 'FairEmail providers.xml',
    servers: ['mobile.charter.net:587:tls'],
  },
  {
    provider: 'tencent-exmail',
    source: 'itoce.com, Tencent Exmail IMAP',
    servers: ['imap.exmail.qq.com:993:tls'],
  },
  {
    provider: 'tencent-exmail',
    source: '67wa.com, Tencent Exmail POP3',
    servers: ['pop.exmail.qq.com:995:tls'],
  },
  {
    provider: 'thundermail',
    source: LATER_FAIREMAIL,
    servers: ['mail.thundermail.com:465:tls', 'mail.thundermail.com:993:tls'],
  },
  { provider: 'yahoo', source: 'Yahoo help, SLN15241', servers: ['smtp.mail.yahoo.com:587:starttls'] },
  {
    provider: 'zoho-pro-ca',
    source: LATER_FAIREMAIL,
    servers: ['smtppro.zohocloud.ca:465:tls', 'imappro.zohocloud.ca:993:tls'],
  },
  {
    provider: 'zoho-pro-com-au',
    source: LATER_FAIREMAIL,
    servers: ['smtppro.zoho.com.au:465:tls', 'imappro.zoho.com.au:993:tls'],
  },
  {
    provider: 'zoho-pro-eu',
    source: LATER_FAIREMAIL,
    servers: ['smtppro.zoho.eu:465:tls', 'imappro.zoho.eu:993:tls'],
  },
  {
    provider: 'zoho-pro-in',
    source: LATER_FAIREMAIL,
    servers: ['smtppro.zoho.in:465:tls', 'imappro.zoho.in:993:tls'],
  },
  {
    provider: 'zoho-pro-jp',
    source: LATER_FAIREMAIL,
    servers: ['smtppro.zoho.jp:465:tls', 'imappro.zoho.jp:993:tls'],
  },
]

import { expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'

/** What the sources disagree about: the look at the servers, without a password, settles it. */
const CONFLICTS = [
  {
    id: 'outlook',
    protocol: 'smtp',
    first: 'smtp-mail.outlook.com:587:starttls',
    second: 'smtp.office365.com:587:starttls',
  },
  {
    id: 'spectrum-charter',
    protocol: 'smtp',
    first: 'mobile.charter.net:587:tls',
    second: 'mobile.charter.net:587:starttls',
  },
  {
    id: 'spectrum-brighthouse',
    protocol: 'smtp',
    first: 'mail.brighthouse.com:587:tls',
    second: 'mail.brighthouse.com:587:starttls',
  },
  {
    id: 'rediffmail',
    protocol: 'smtp',
    first: 'smtp.rediffmail.com:465:tls',
    second: 'smtp.rediffmail.com:586:tls',
  },
  {
    id: 'rediffmail',
    protocol: 'smtp',
    first: 'smtp.rediffmail.com:465:tls',
    second: 'smtp.rediffmail.com:587:starttls',
  },
  {
    id: 'xtra',
    protocol: 'smtp',
    first: 'send.xtra.co.nz:465:tls',
    second: 'send.xtra.co.nz:587:starttls',
  },
  { id: 'naver', protocol: 'smtp', first: 'smtp.naver.com:465:tls', second: 'smtp.naver.com:587:starttls' },
  {
    id: 'earthlink',
    protocol: 'imap',
    first: 'imap.earthlink.net:993:tls',
    second: 'imap.earthlink.net:143:starttls',
  },
  {
    id: 'icloud',
    protocol: 'smtp',
    first: 'smtp.mail.me.com:587:starttls',
    second: 'smtp.mail.me.com:465:tls',
  },
  { id: 'yandex', protocol: 'smtp', first: 'smtp.yandex.com:465:tls', second: 'smtp.yandex.ru:465:tls' },
  { id: 'gmx-net', protocol: 'smtp', first: 'mail.gmx.net:465:tls', second: 'mail.gmx.net:587:starttls' },
  { id: 'kpn', protocol: 'smtp', first: 'smtp.kpnmail.nl:465:tls', second: 'smtp.kpnmail.nl:587:starttls' },
  { id: 'att', protocol: 'smtp', first: 'smtp.mail.att.net:465:tls', second: 'outbound.att.net:465:tls' },
] as const

test.each(CONFLICTS)('where the sources disagree, $id offers $first and then $second', (conflict) => {
  const provider = PROVIDERS.find(({ id }) => id === conflict.id)
  const offered = provider?.servers[conflict.protocol] ?? []
  expect(offered.filter((text) => text === conflict.first || text === conflict.second)).toEqual([
    conflict.first,
    conflict.second,
  ])
})

test.each(['daum', 'free-fr', 'icloud', 'laposte', 'naver', 'o2-pl', 'posteo', 'web-de', 'wp-pl'])(
  'where the sources disagree about the user name, %s has another form of it',
  (id) => {
    expect(PROVIDERS.find((provider) => provider.id === id)?.otherUserName).toBeDefined()
  },
)

import { describe, expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { formatEndpoint, parseEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

const TODAY = '2026-11-27'

function endpoint(protocol: Protocol, text: string): ServerEndpoint {
  const endpoint = parseEndpoint(protocol, text)
  if (!endpoint.ok) throw new Error(`${text}: ${endpoint.error}`)
  return endpoint.value
}

function insteadOf(protocol: Protocol, text: string) {
  const advice = adviceAbout(TODAY, endpoint(protocol, text))
  const instead = advice === null || advice.instead === null ? null : formatEndpoint(advice.instead)
  return { code: advice?.code ?? null, instead }
}

describe('a host of former times leads to the one of today', () => {
  test.each([
    ['smtp', 'smtp.live.com:587:starttls', 'smtp-mail.outlook.com:587:starttls'],
    ['pop3', 'pop3.live.com:995:tls', 'outlook.office365.com:995:tls'],
    ['imap', 'imap-mail.outlook.com:993:tls', 'outlook.office365.com:993:tls'],
    ['imap', 'imap.office365.com:993:tls', 'outlook.office365.com:993:tls'],
    ['smtp', 'smtp.office365.com:465:tls', 'smtp.office365.com:587:starttls'],
    ['smtp', 'smtp-mail.outlook.com:465:tls', 'smtp-mail.outlook.com:587:starttls'],
    ['imap', 'm.outlook.com:993:tls', 'outlook.office365.com:993:tls'],
    ['imap', 'imap.cox.net:993:tls', 'imap.mail.yahoo.com:993:tls'],
    ['pop3', 'incoming.verizon.net:995:tls', 'pop.aol.com:995:tls'],
    ['smtp', 'plus.smtp.mail.yahoo.com:465:tls', 'smtp.mail.yahoo.com:465:tls'],
    ['imap', 'imap.kabelmail.de:993:tls', 'imap.vodafonemail.de:993:tls'],
    ['imap', 'mail.messagingengine.com:993:tls', 'imap.fastmail.com:993:tls'],
    ['imap', 'imap.googlemail.com:993:tls', 'imap.gmail.com:993:tls'],
    ['imap', 'smtp.live.com:993:tls', 'outlook.office365.com:993:tls'],
    ['smtp', 'smtp.tutanota.com:465:tls', null],
  ] as const)('%s %s', (protocol, text, instead) => {
    expect(insteadOf(protocol, text)).toEqual({ code: 'HOST_RETIRED', instead })
  })

  test.each(PROVIDERS.filter(({ retiredHosts }) => retiredHosts.length > 0))(
    '$id has another for every service, or is closed to mail programs',
    (provider) => {
      for (const host of provider.retiredHosts)
        for (const protocol of PROTOCOLS) {
          const text = host.includes(':') ? `${host}:tls` : `${host}:465:tls`
          const expected = provider.servers[protocol][0] ?? null
          expect(insteadOf(protocol, text)).toEqual({ code: 'HOST_RETIRED', instead: expected })
          expect(expected === null).toBe(provider.kind === 'closed')
        }
    },
  )
})

describe('a service that has closed takes its servers with it', () => {
  const typed = endpoint('imap', 'imap.mail.eu-west-1.awsapps.com:993:tls')

  test.each([
    ['2027-03-31', null],
    ['2027-04-01', { code: 'HOST_RETIRED', provider: 'Amazon WorkMail', closed: true, instead: null }],
  ])('on %s', (date, advice) => {
    expect(adviceAbout(date, typed)).toEqual(advice)
  })
})

describe('a host of another service leads to the right one', () => {
  test.each([
    ['imap', 'smtp.gmail.com:993:tls', 'imap.gmail.com:993:tls'],
    ['smtp', 'imap.gmail.com:465:tls', 'smtp.gmail.com:465:tls'],
    ['pop3', 'imap.gmail.com:995:tls', 'pop.gmail.com:995:tls'],
    ['smtp', 'outlook.office365.com:587:starttls', 'smtp.office365.com:587:starttls'],
    ['smtp', 'sslin.df.eu:465:tls', 'sslout.df.eu:465:tls'],
    ['pop3', 'imap.mail.me.com:995:tls', null],
    ['imap', 'smtp.example.org:993:tls', 'imap.example.org:993:tls'],
    ['imap', 'smtps.example.org:993:tls', 'imap.example.org:993:tls'],
    ['pop3', 'smtp.example.org:995:tls', 'pop.example.org:995:tls'],
    ['smtp', 'imap.example.org:587:starttls', 'smtp.example.org:465:tls'],
    ['smtp', 'pop3.example.org:465:tls', 'smtp.example.org:465:tls'],
    ['smtp', 'imap4.example.org:465:tls', null],
    ['imap', 'smtp-out.example.org:993:tls', null],
  ] as const)('%s %s', (protocol, text, instead) => {
    expect(insteadOf(protocol, text)).toEqual({ code: 'SERVERS_SWAPPED', instead })
  })
})

describe('there is nothing to say about', () => {
  test.each([
    ['imap', 'mail.example.org:993:tls'],
    ['pop3', 'imap.example.org:995:tls'],
    ['imap', 'pop.example.org:993:tls'],
    ['smtp', 'smtp.example.org:465:tls'],
    ['imap', 'smtpd:993:tls'],
    ['imap', 'popular.example.org:993:tls'],
    ['smtp', 'imaparty.example.org:465:tls'],
    ['imap', '192.0.2.1:993:tls'],
    ['pop3', '127.0.0.1:1110:none'],
    ['smtp', 'smtp.office365.com:587:starttls'],
  ] as const)('%s %s', (protocol, text) => {
    expect(adviceAbout(TODAY, endpoint(protocol, text))).toBeNull()
  })

  test('any server of the catalogue at its own service', () => {
    const spoken = PROVIDERS.flatMap(({ servers }) =>
      PROTOCOLS.flatMap((protocol) =>
        servers[protocol]
          .map((text) => endpoint(protocol, text.replace(/\{(?:domain|mx)\}/, 'example.org')))
          .filter((endpoint) => adviceAbout(TODAY, endpoint) !== null),
      ),
    )
    expect(spoken.map(formatEndpoint)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { digest, txt } from '../support/discovery/announced-document.ts'
import { look } from '../support/discovery/look.ts'

const ADDRESS = 'ua-auto-config.example.org/.well-known/user-agent-configuration.json'
const NAME = '_ua-auto-config.example.org'
const announced = (document: object) => {
  const body = JSON.stringify(document)
  const record = txt(NAME, `v=UAAC1; a=sha256; d=${digest(body)}`)
  return look({ pages: { [ADDRESS]: body }, records: { [`TXT ${NAME}`]: record } })
}
const offer = (name: string, host: string) => ({
  kind: 'also-offers',
  domain: 'example.org',
  service: name,
  host,
})

describe('an announced document (PACC)', () => {
  test('is read whole', async () => {
    const { last, lines } = await announced({
      protocols: {
        jmap: { url: 'https://jmap.example.org/session' },
        imap: { host: 'imap.example.org' },
        pop3: { host: 'pop.example.org' },
        smtp: { host: 'smtp.example.org' },
        caldav: { url: 'https://dav.example.org/' },
        carddav: { url: 'https://dav.example.org/' },
        managesieve: { host: 'sieve.example.org' },
        tomorrow: { host: 'new.example.org' },
      },
      authentication: { 'oauth-public': { issuer: 'https://login.example.org' }, password: true },
      info: {
        provider: { name: 'Example' },
        help: { documentation: 'https://help.example.org/', contact: ['mailto:help@example.org'] },
      },
    })
    expect(lines).toEqual([
      'smtp smtp.example.org:465:tls pacc',
      'imap imap.example.org:993:tls pacc',
      'pop3 pop.example.org:995:tls pacc',
    ])
    expect(last?.candidates[0]).toMatchObject({
      userName: 'anna@example.org',
      auth: ['plain', 'login', 'oauthbearer', 'xoauth2'],
      issuer: 'https://login.example.org',
    })
    expect(last?.notes).toEqual([
      { kind: 'help-page', host: 'ua-auto-config.example.org', page: 'https://help.example.org/' },
      offer('jmap', 'jmap.example.org'),
      offer('caldav', 'dav.example.org'),
      offer('carddav', 'dav.example.org'),
    ])
  })
})

describe('of an announced document', () => {
  test.each([{ help: 'see our page' }, 'nothing', { help: { documentation: 7 } }])(
    'the servers are used although it says of help %o',
    async (info) => {
      const { lines, last } = await announced({
        protocols: { imap: { host: 'imap.example.org' }, jmap: 7 },
        info,
      })
      expect(lines).toContain('imap imap.example.org:993:tls pacc')
      expect(last?.notes).toEqual([])
    },
  )

  test('JMAP alone is no fault', async () => {
    const { last, report } = await announced({ protocols: { jmap: { url: 'https://jmap.example.org/' } } })
    expect(report['pacc']).toBe('found')
    expect(last?.notes).toEqual([offer('jmap', 'jmap.example.org')])
  })

  test.each([
    ['only the browser', { 'oauth-public': {}, password: false }, ['oauthbearer', 'xoauth2']],
    ['only a password', { password: true }, ['plain', 'login']],
    ['nothing', undefined, ['plain', 'login']],
  ])('the sign-in %s means that', async (_, authentication, auth) => {
    const { last } = await announced({ protocols: { imap: { host: 'imap.example.org' } }, authentication })
    expect(last?.candidates.find(({ source }) => source === 'pacc')?.auth).toEqual(auth)
  })

  test.each([['http://jmap.example.org/'], ['https://localhost/'], ['https://10.0.0.5/'], ['no address']])(
    'the address %s leads nowhere',
    async (url) => {
      const { report, last } = await announced({ protocols: { jmap: { url } } })
      expect(report['pacc']).toBe('failed CFG_INVALID')
      expect(last?.notes).toEqual([])
    },
  )
})

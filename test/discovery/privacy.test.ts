import { describe, expect, test } from 'vitest'
import { look } from '../support/discovery/look.ts'
import type { Page } from '../support/discovery/web-server.ts'

const wantsPassword: Page = (_, response) =>
  response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end()

describe('what is asked, and of whom', () => {
  test('the domain alone is asked about, and exactly these places', async () => {
    const { world: own } = await look({}, 'anna.secret@mail.example.co.uk', 'mail.example.co.uk')
    const names = ['imap', 'mail', 'pop', 'pop3', 'smtp'].map((label) => `${label}.mail.example.co.uk`)
    const documents = ['autoconfig', 'autodiscover', 'ua-auto-config'].map(
      (label) => `${label}.mail.example.co.uk`,
    )
    const hosts = ['mail.example.co.uk', 'v1.ispdb.net', ...documents, ...names]
    const mail = ['imap', 'imaps', 'pop3', 'pop3s', 'submission', 'submissions']
    const services = [...mail, 'jmap', 'caldavs', 'carddavs']
    expect(own.dns.questions.toSorted()).toEqual(
      [
        'CNAME autodiscover.mail.example.co.uk',
        'MX mail.example.co.uk',
        'NS example.co.uk',
        'SRV _autodiscover._tcp.mail.example.co.uk',
        'TXT _ua-auto-config.mail.example.co.uk',
        'TXT mail.example.co.uk',
        ...services.map((service) => `SRV _${service}._tcp.mail.example.co.uk`),
        ...hosts.flatMap((host) => [`A ${host}`, `AAAA ${host}`]),
      ].toSorted(),
    )
    expect(own.dns.questions.filter((question) => question.includes('anna'))).toEqual([])
  })

  test('the names of the mail host are asked about up to its registrable domain, never beyond', async () => {
    const { world: own } = await look({ mx: ['mx1.in.hoster.co.uk'] })
    const asked = own.dns.questions.filter((question) => /^A .*(hoster|co\.uk)/.test(question)).toSorted()
    expect(asked).toEqual([
      'A autoconfig.hoster.co.uk',
      'A autoconfig.in.hoster.co.uk',
      'A mx1.in.hoster.co.uk',
    ])
  })

  test('the address itself reaches no server', async () => {
    const pages = {
      'ua-auto-config.example.org/.well-known/user-agent-configuration.json': 'x',
      'autodiscover.example.org/autodiscover/autodiscover.json?Email=mailbox%40example.org&Protocol=AutodiscoverV1':
        'x',
      'autodiscover.example.org/autodiscover/autodiscover.xml': wantsPassword,
      'autoconfig.example.org/mail/config-v1.1.xml?emailaddress=mailbox%40example.org': 'x',
      'example.org/.well-known/autoconfig/mail/config-v1.1.xml': 'x',
      'v1.ispdb.net/example.org': 'x',
      'v1.ispdb.net/hoster.test': 'x',
      'autoconfig.hoster.test/mail/config-v1.1.xml?emailaddress=mailbox%40example.org': 'x',
    }
    const { world: own } = await look({ pages, mx: ['mx.hoster.test'] }, 'anna.secret@example.org')
    expect(own.web.requests.map(({ address }) => address).toSorted()).toEqual(Object.keys(pages).toSorted())
    expect(JSON.stringify(own.web.requests)).not.toContain('anna')
  })
})

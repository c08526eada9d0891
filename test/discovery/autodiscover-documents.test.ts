import { describe, expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { autodiscoverDocument } from '../support/discovery/autodiscover-document.ts'
import { look } from '../support/discovery/look.ts'

const XML = 'autodiscover.example.org/autodiscover/autodiscover.xml'
const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org'] })
/** Mail servers under the usual names, which nothing but a look at them can find. */
const USUAL = {
  'imap.example.org:993': mailServer('imap', 'tls', tls),
  'smtp.example.org:465': mailServer('smtp', 'tls', tls),
}
const USUAL_LINES = ['smtp smtp.example.org:465:tls guess', 'imap imap.example.org:993:tls guess']

const account = (...protocols: readonly string[]) =>
  autodiscoverDocument(
    `<Account><AccountType>email</AccountType><Action>settings</Action>${protocols.join('')}</Account>`,
  )
const protocol = (type: string, fields: Readonly<Record<string, string>>) =>
  `<Protocol><Type>${type}</Type>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</Protocol>`

describe('a document of Autodiscover', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['SSL at its port', { Server: 'in.host.test', Port: '993', SSL: 'on' }, 'in.host.test:993:tls'],
    [
      'SSL at the port of STARTTLS',
      { Server: 'in.host.test', Port: '143', SSL: 'on' },
      'in.host.test:143:starttls',
    ],
    [
      'TLS by its own element',
      { Server: 'in.host.test', Port: '143', SSL: 'off', Encryption: 'TLS' },
      'in.host.test:143:starttls',
    ],
    [
      'SSL by its own element',
      { Server: 'in.host.test', Port: '993', Encryption: 'SSL' },
      'in.host.test:993:tls',
    ],
    ['no word about it, which means SSL', { Server: 'in.host.test', Port: '993' }, 'in.host.test:993:tls'],
  ])('is read: %s', async (_, fields, expected) => {
    const pages = {
      [XML]: account(
        protocol('IMAP', fields),
        protocol('SMTP', { Server: 'out.host.test', Port: '465', SSL: 'on' }),
      ),
    }
    const { last, lines, report } = await look({ pages, endpoints: USUAL })
    expect(lines).toEqual(['smtp out.host.test:465:tls autodiscover', `imap ${expected} autodiscover`])
    expect(report).toMatchObject({ autodiscover: 'found', guess: 'skipped' })
    expect(
      last?.candidates.map(({ trust, otherDomain, userName }) => [trust, otherDomain, userName]),
    ).toEqual([
      ['domain', 'host.test', 'anna@example.org'],
      ['domain', 'host.test', 'anna@example.org'],
    ])
  })

  test.each([
    ['this computer', { Server: 'localhost', Port: '993' }],
    ['an address', { Server: '10.0.0.5', Port: '993' }],
    ['no port', { Server: 'in.host.test' }],
    ['an impossible port', { Server: 'in.host.test', Port: '70000' }],
  ])('leads not to %s', async (_, fields) => {
    const { lines } = await look({ pages: { [XML]: account(protocol('IMAP', fields)) }, endpoints: USUAL })
    expect(lines).toEqual(USUAL_LINES)
  })
})

describe('a document of Autodiscover without servers to use', () => {
  test('with open lines alone means: no encryption, and the look goes on', async () => {
    const { last, lines } = await look({
      pages: {
        [XML]: account(
          protocol('IMAP', { Server: 'in.host.test', Port: '143', SSL: 'off' }),
          protocol('SMTP', { Server: 'out.host.test', Port: '25', SSL: 'off', Encryption: 'None' }),
        ),
      },
      endpoints: USUAL,
    })
    expect(lines).toEqual(USUAL_LINES)
    expect(last?.notes).toEqual([
      { kind: 'no-encryption', domain: 'example.org', host: 'autodiscover.example.org' },
    ])
  })

  test('with Exchange and ActiveSync alone says so, and names no mail server', async () => {
    const { last, lines } = await look({
      pages: {
        [XML]: account(
          protocol('EXPR', { Server: 'ex.host.test', EwsUrl: 'https://ex.host.test/EWS/Exchange.asmx' }),
          protocol('MobileSync', { Server: 'https://eas.host.test/Microsoft-Server-ActiveSync' }),
        ),
      },
      endpoints: USUAL,
    })
    expect(lines).toEqual(USUAL_LINES)
    expect(last?.notes).toEqual([
      { kind: 'also-offers', domain: 'example.org', service: 'exchange', host: 'ex.host.test' },
      { kind: 'also-offers', domain: 'example.org', service: 'activesync', host: 'eas.host.test' },
    ])
  })
})

describe('a document of Autodiscover from outside', () => {
  test('that points elsewhere is followed once', async () => {
    const elsewhere = (url: string) =>
      autodiscoverDocument(`<Account><Action>redirectUrl</Action><RedirectUrl>${url}</RedirectUrl></Account>`)
    const second = 'web.host.test/autodiscover/autodiscover.xml'
    const { lines, world } = await look({
      pages: {
        [XML]: elsewhere(`https://${second}`),
        [second]: account(protocol('IMAP', { Server: 'in.host.test', Port: '993' })),
      },
    })
    expect(lines).toContain('imap in.host.test:993:tls autodiscover')
    await world.stop()
    const loop = await look({
      pages: { [XML]: elsewhere(`https://${second}`), [second]: elsewhere(`https://${XML}`) },
    })
    expect(loop.report['autodiscover']).not.toBe('found')
    await loop.world.stop()
    const open = await look({ pages: { [XML]: elsewhere('http://web.host.test/x') } })
    expect(open.report['autodiscover']).toBe('failed CFG_INSECURE')
  })

  test('with an entity or a DOCTYPE is none', async () => {
    const bomb = account(protocol('IMAP', { Server: 'in.host.test', Port: '993' })).replace(
      '<Autodiscover',
      '<!DOCTYPE x [<!ENTITY a "b">]><Autodiscover',
    )
    expect((await look({ pages: { [XML]: bomb }, endpoints: USUAL })).lines).toEqual(USUAL_LINES)
  })
})

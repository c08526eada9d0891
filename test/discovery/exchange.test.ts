import { describe, expect, test } from 'vitest'
import { look } from '../support/discovery/look.ts'
import type { Page } from '../support/discovery/web-server.ts'

const srv = (name: string, port: number, target: string) =>
  [{ type: 'SRV', name, data: { priority: 0, weight: 0, port, target } }] as const

const wantsPassword: Page = (_, response) =>
  response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end()

describe('a domain whose Exchange', () => {
  const at =
    (host: string): Page =>
    (_, response) =>
      response.writeHead(302, { Location: `https://${host}/autodiscover/autodiscover.xml` }).end()

  test('leads to Microsoft is a Microsoft 365 account, and no server got a password', async () => {
    const { last, world: own } = await look({
      pages: {
        'autodiscover.example.org/autodiscover/autodiscover.xml': at('autodiscover-s.outlook.com'),
        'autodiscover-s.outlook.com/autodiscover/autodiscover.xml': wantsPassword,
      },
    })
    expect(last?.provider).toMatchObject({
      id: 'microsoft-365',
      why: { kind: 'autodiscover', host: 'autodiscover-s.outlook.com' },
    })
    expect(own.web.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
  })

  test('is named in the directory of names leads there', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': srv('_autodiscover._tcp.example.org', 443, 'ex.example.org'),
    }
    expect((await look({ records })).lines).toContain('imap ex.example.org:993:tls autodiscover')
  })

  test('leads to this computer leads nowhere', async () => {
    const records = {
      'SRV _autodiscover._tcp.example.org': srv('_autodiscover._tcp.example.org', 443, 'localhost'),
    }
    const { report } = await look({ records })
    expect(report['autodiscover']).toMatch(/^(nothing|failed)/)
  })
})

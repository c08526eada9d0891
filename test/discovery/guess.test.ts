import { describe, expect, test } from 'vitest'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { linesOf } from '../support/discovery/discovery-world.ts'
import { look } from '../support/discovery/look.ts'

const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org', 'mx.hoster.test'] })
const honest = (protocol: 'imap' | 'smtp'): Script => mailServer(protocol, 'tls', tls)

describe('a look behind usual names', () => {
  test('sends no more than it must: no sign-in of any kind', async () => {
    const { world: own } = await look({
      endpoints: {
        'imap.example.org:993': honest('imap'),
        'smtp.example.org:465': honest('smtp'),
        'pop.example.org:995': mailServer('pop3', 'tls', await serverTls({ dnsNames: ['pop.example.org'] })),
      },
    })
    const said = Object.values(own.endpoints)
      .flatMap((endpoint) => endpoint.received.map(({ text }) => text))
      .join('')
    const verbs = said.split('\r\n').map((line) => line.replace(/^(A\d+|ZZ) /, '').split(' ')[0])
    expect(
      verbs.filter((verb) => !['EHLO', 'CAPABILITY', 'CAPA', 'QUIT', 'LOGOUT', '', undefined].includes(verb)),
    ).toEqual([])
    expect(said).not.toMatch(/AUTH|LOGIN|USER|PASS/)
  })

  test('finds the host that receives the mail, and says whose it is', async () => {
    const { last } = await look({
      mx: ['mx.hoster.test'],
      endpoints: { 'mx.hoster.test:993': honest('imap'), 'mx.hoster.test:465': honest('smtp') },
    })
    expect(linesOf(last)).toEqual(['smtp mx.hoster.test:465:tls guess', 'imap mx.hoster.test:993:tls guess'])
    expect(last?.candidates.map(({ otherDomain }) => otherDomain)).toEqual(['hoster.test', 'hoster.test'])
  })

  test('takes no server that cannot prove its name', async () => {
    const stranger = mailServer('imap', 'tls', await serverTls({ dnsNames: ['other.example.net'] }))
    const { report } = await look({ endpoints: { 'imap.example.org:993': stranger } })
    expect(report['guess']).toBe('nothing')
  })

  test('does not follow a mail exchanger to this computer', async () => {
    const { world } = await look({ mx: ['localhost'] })
    expect(world.dialled.filter((endpoint) => endpoint.startsWith('localhost'))).toEqual([])
  })
})

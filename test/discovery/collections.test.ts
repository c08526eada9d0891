import { expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { look } from '../support/discovery/look.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'

const OWN = settingsDocument({ hostname: 'imap.own.test' }, { type: 'smtp', hostname: 'smtp.own.test' })

test('what a domain publishes today stands before what the collections have for it', async () => {
  const pages = { 'autoconfig.bbox.fr/mail/config-v1.1.xml': OWN }
  const { lines } = await look({ pages }, 'anna@bbox.fr', 'bbox.fr')
  expect(lines).toEqual([
    'smtp smtp.own.test:465:tls autoconfig',
    'smtp smtp.bbox.fr:465:tls collections',
    'imap imap.own.test:993:tls autoconfig',
    'imap imap.bbox.fr:993:tls collections',
  ])
})

test('a domain that publishes nothing has what the collections say, and no usual name is tried', async () => {
  const { lines, world } = await look({}, 'anna@bbox.fr', 'bbox.fr')
  expect(lines).toEqual(['smtp smtp.bbox.fr:465:tls collections', 'imap imap.bbox.fr:993:tls collections'])
  expect(world.dialled.filter((target) => !target.endsWith(':443'))).toEqual([])
})

test('the provider that receives the mail today stands before the collections', async () => {
  const { last } = await look({ mx: ['aspmx.l.google.com'] }, 'anna@bbox.fr', 'bbox.fr')
  expect(last?.provider?.id).toBe('google-workspace')
  expect(last?.candidates[0]).toMatchObject({ source: 'mx', endpoint: { host: 'smtp.gmail.com' } })
})

test('what no collection corrects any more does not keep Mailwright from trying usual names', async () => {
  const tls = await serverTls({ dnsNames: ['mail.azet.sk'] })
  const endpoints = {
    'mail.azet.sk:993': mailServer('imap', 'tls', tls),
    'mail.azet.sk:465': mailServer('smtp', 'tls', tls),
  }
  const { lines } = await look({ endpoints }, 'anna@azet.sk', 'azet.sk')
  expect(lines).toEqual([
    'smtp mail.azet.sk:465:tls guess',
    'smtp smtp.azet.sk:465:tls collections',
    'imap mail.azet.sk:993:tls guess',
    'imap imap.azet.sk:993:tls collections',
  ])
})

test('what no collection corrects any more comes first where it answers, wherever it is', async () => {
  const tls = await serverTls({ dnsNames: ['imap.pochta.ru', 'smtp.pochta.ru', 'mail.pochta.com'] })
  const endpoints = {
    'imap.pochta.ru:993': mailServer('imap', 'tls', tls),
    'smtp.pochta.ru:465': mailServer('smtp', 'tls', tls),
    'mail.pochta.com:993': mailServer('imap', 'tls', tls),
  }
  const { lines, last } = await look({ endpoints }, 'anna@pochta.com', 'pochta.com')
  expect(lines.filter((line) => line.startsWith('smtp'))).toEqual(['smtp smtp.pochta.ru:465:tls guess'])
  expect(lines.find((line) => line.startsWith('imap'))).toBe('imap imap.pochta.ru:993:tls guess')
  expect(last?.candidates[0]).toMatchObject({
    trust: 'guess',
    why: { kind: 'once-listed' },
    otherDomain: 'pochta.ru',
  })
})

import { describe, expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { txt } from '../support/discovery/announced-document.ts'
import { mailExchanger, nameServer } from '../support/discovery/dns-records.ts'
import type { WorldPlan } from '../support/discovery/discovery-world.ts'
import { look } from '../support/discovery/look.ts'
import { settingsDocument } from '../support/discovery/settings-document.ts'

const OWN_FILE = 'autoconfig.example.org/mail/config-v1.1.xml'
const tls = await serverTls({ dnsNames: ['imap.example.org', 'smtp.example.org'] })

/** Servers under the domain's own usual names. */
const USUAL = {
  'imap.example.org:993': mailServer('imap', 'tls', tls),
  'smtp.example.org:465': mailServer('smtp', 'tls', tls),
}
const USUAL_LINES = ['smtp smtp.example.org:465:tls guess', 'imap imap.example.org:993:tls guess']

const spf = (terms: string) => ({ 'TXT example.org': txt('example.org', `v=spf1 ${terms} -all`) })

describe('a domain that takes no mail at its own servers', () => {
  test('and none at all (null MX, RFC 7505): nothing is guessed or proposed, and it is said', async () => {
    const { last, lines, report, world } = await look({
      records: { 'MX example.org': mailExchanger('example.org', '.') },
      endpoints: USUAL,
    })
    expect(last?.notes).toEqual([{ kind: 'no-mail', domain: 'example.org' }])
    expect(lines).toEqual([])
    expect(report).toMatchObject({ mx: 'nothing', guess: 'nothing' })
    expect(world.dialled.filter((target) => !target.endsWith(':443'))).toEqual([])
  })

  test.each([
    ['route1.mx.cloudflare.net', 'Cloudflare Email Routing'],
    ['eforward2.registrar-servers.com', 'Namecheap Email Forwarding'],
    ['mx1.improvmx.com', 'ImprovMX'],
    ['mx2.forwardemail.net', 'Forward Email'],
    ['mx1.mxrecord.io', 'mxrecord.io'],
  ])('but at %s, which only forwards: the mailbox is elsewhere', async (mx, forwarder) => {
    const { last, lines, world } = await look({
      mx: [mx],
      endpoints: USUAL,
      records: spf('include:_spf.google.com'),
    })
    expect(last?.notes).toEqual([{ kind: 'forwards', domain: 'example.org', forwarder, mx }])
    expect(lines).toEqual([])
    expect(last?.provider).toBeNull()
    // The settings of the forwarder itself are nothing to its customers.
    expect(world.dns.questions.filter((question) => question.startsWith('A autoconfig.'))).toEqual([
      'A autoconfig.example.org',
    ])
  })
})

describe('a domain whose mail passes a filter', () => {
  const GATEWAYS = [
    ['mx0a-0011.pphosted.com', 'Proofpoint'],
    ['mx1-us1.ppe-hosted.com', 'Proofpoint'],
    ['mx0a-0012.gpphosted.com', 'Proofpoint'],
    ['de-smtp-inbound-1.mimecast.com', 'Mimecast'],
    ['mx1.hc1234-56.iphmx.com', 'Cisco Secure Email'],
    ['d1.a.ess.barracudanetworks.com', 'Barracuda'],
    ['in.hes.trendmicro.com', 'Trend Micro'],
    ['cluster5.eu.messagelabs.com', 'Symantec Email Security'],
    ['primary.us.email.fireeyecloud.com', 'Trellix'],
    ['mx-01-eu-central-1.prod.hydra.sophos.com', 'Sophos'],
    ['mx01.hornetsecurity.com', 'Hornetsecurity'],
    ['cust1-s.in.mailcontrol.com', 'Forcepoint'],
    ['mx.spamexperts.com', 'SpamExperts'],
    ['mx1-hosting.jellyfish.systems', 'Jellyfish'],
    ['mx1.securemx.jp', 'SecureMX'],
  ] as const

  test.each(GATEWAYS)('%s is told of it by name, and looking goes on', async (mx, filter) => {
    const { last, lines } = await look({ mx: [mx], endpoints: USUAL })
    expect(last?.notes).toEqual([{ kind: 'filtered', domain: 'example.org', filter, mx }])
    expect(lines).toEqual(USUAL_LINES)
  })

  test.each([
    ['include:_spf.google.com', 'google-workspace', 'include:_spf.google.com'],
    [
      'ip4:192.0.2.1 include:spf.protection.outlook.com',
      'microsoft-365',
      'include:spf.protection.outlook.com',
    ],
    ['+include:spf.migadu.com', 'migadu', 'include:spf.migadu.com'],
  ])('is probably with whom its SPF record includes (%s)', async (terms, id, record) => {
    const { last } = await look({ mx: ['mx0a-1.pphosted.com'], records: spf(terms) })
    expect(last?.provider).toMatchObject({
      id,
      certainty: 'probable',
      why: { kind: 'behind-filter', domain: 'example.org', filter: 'Proofpoint', record },
    })
    // Hearsay: each server is looked at, without a password, before anything is sent there.
    expect(last?.candidates.filter(({ trust }) => trust !== 'guess')).toEqual([])
  })

  test('is not with whom it only lets send', async () => {
    const { last } = await look({
      mx: ['mx0a-1.pphosted.com'],
      records: spf('include:sendgrid.net -include:_spf.google.com ?include:spf.example.net'),
    })
    expect(last?.provider).toBeNull()
  })
})

test('without a filter SPF is the last hint: servers that answer come first', async () => {
  const plan: WorldPlan = { mx: ['mail.example.org'], records: spf('include:_spf.google.com') }
  const alone = await look(plan)
  expect(alone.last?.provider).toMatchObject({
    id: 'google-workspace',
    certainty: 'probable',
    why: { kind: 'sends-through', record: 'include:_spf.google.com' },
  })
  await alone.world.stop()
  const { last, lines } = await look({ ...plan, endpoints: USUAL })
  expect(lines.slice(0, 1)).toEqual(USUAL_LINES.slice(0, 1))
  expect(last?.provider).toBeNull()
})

describe('name servers', () => {
  const BESIDE_THE_MAIL = { mx: ['mail.example.org'], endpoints: USUAL }

  test.each([
    'ns17.domaincontrol.com',
    'dns1.registrar-servers.com',
    'ns1.dns-parking.com',
    'ns1045.ui-dns.com',
    'ns1045.ui-dns.de',
  ])('of a registrar (%s) say nothing about mail', async (ns) => {
    const records = { 'NS example.org': nameServer('example.org', ns) }
    expect((await look({ records })).last?.provider).toBeNull()
  })

  test('of a hoster are the last hint, and call off nobody', async () => {
    const records = { 'NS example.org': nameServer('example.org', 'dns.technorail.com') }
    const alone = await look({ records })
    expect(alone.last?.provider).toMatchObject({ id: 'aruba', certainty: 'probable' })
    await alone.world.stop()
    const { last, lines, report } = await look({ ...BESIDE_THE_MAIL, records })
    expect(report).toMatchObject({ ns: 'found', guess: 'found' })
    expect(lines.slice(0, 1)).toEqual(USUAL_LINES.slice(0, 1))
    expect(last?.provider).toBeNull()
    expect(last?.contradictions).toEqual([])
  })
})

test('a hint does not call off the domain itself, however slow its web server is', async () => {
  const { lines } = await look({
    pages: {
      'v1.ispdb.net/example.org': settingsDocument({ hostname: 'imap.list.test' }, { type: 'smtp' }),
      [OWN_FILE]: (_, response) => {
        setTimeout(() => response.end(settingsDocument({}, { type: 'smtp' })), 600)
      },
    },
    limits: { contradictionMs: 100 },
  })
  expect(lines.slice(0, 2)).toEqual([
    'smtp smtp.example.org:465:tls autoconfig',
    'imap imap.example.org:993:tls autoconfig',
  ])
})

describe('the host that takes the mail tells more than the provider:', () => {
  test('with iCloud the user name is that of the account, which the user types', async () => {
    const { last } = await look({ mx: ['mx01.mail.icloud.com', 'mx02.mail.icloud.com'] })
    expect(last?.provider?.id).toBe('icloud')
    expect(new Set(last?.candidates.map(({ userName }) => userName))).toEqual(new Set(['']))
    expect(last?.hints.map(({ kind }) => kind)).toContain('own-domain-user-name')
  })

  test('and within iCloud it is the local part, as before', async () => {
    const { last } = await look({}, 'anna@icloud.com')
    const imap = last?.candidates.find(({ endpoint }) => endpoint.protocol === 'imap')
    expect(imap?.userName).toBe('anna')
    expect(last?.hints.map(({ kind }) => kind)).not.toContain('own-domain-user-name')
  })

  test.each([
    ['qiye163mx02.mxmail.netease.com', 'netease-qiye'],
    ['vip163mx01.mxmail.netease.com', undefined],
    ['mxmail.netease.com', undefined],
  ])('%s leads to %s', async (mx, id) => {
    expect((await look({ mx: [mx] })).last?.provider?.id).toBe(id)
  })
})

describe('hosts that several services share:', () => {
  test.each(['us-east-1', 'us-west-2', 'eu-west-1'])(
    'Amazon WorkMail is in the region %s, probably, and has a last day',
    async (region) => {
      const mx = `inbound-smtp.${region}.amazonaws.com`
      const { last, lines } = await look({ mx: [mx] })
      expect(lines).toEqual([
        `smtp smtp.mail.${region}.awsapps.com:465:tls mx`,
        `imap imap.mail.${region}.awsapps.com:993:tls mx`,
      ])
      expect(last?.provider).toMatchObject({
        id: 'amazon-workmail',
        certainty: 'probable',
        why: { kind: 'mail-probably-handled-by', mx },
      })
      expect(last?.hints).toContainEqual(
        expect.objectContaining({
          kind: 'service-ends',
          end: expect.objectContaining({ day: '2027-04-01' }),
        }),
      )
      expect(new Set(last?.candidates.map(({ trust }) => trust))).toEqual(new Set(['guess']))
    },
  )

  test('what it only probably says is no reason to look no further', async () => {
    const { lines, last } = await look({ mx: ['inbound-smtp.eu-west-1.amazonaws.com'], endpoints: USUAL })
    expect(lines).toEqual(expect.arrayContaining([...USUAL_LINES]))
    expect(last?.complete).toBe(true)
  })

  test('Exchange at OVHcloud is at the host that takes the mail', async () => {
    const { lines, last } = await look({ mx: ['ex4.mail.ovh.net'] })
    expect(last?.provider?.id).toBe('ovh-exchange')
    expect(lines).toEqual(['smtp ex4.mail.ovh.net:587:starttls mx', 'imap ex4.mail.ovh.net:993:tls mx'])
  })

  test.each(['mx1.mail.ovh.net', 'mx1.ovh.net', 'mx4.ovh.net'])('and a mailbox is behind %s', async (mx) => {
    expect((await look({ mx: [mx] })).lines).toContain('imap ssl0.ovh.net:993:tls mx')
  })
})

describe('the own file of a domain', () => {
  test.each([
    ['mx1.mail.ovh.net', 'imap ssl0.ovh.net:993:tls mx'],
    ['mx0.mail.mxlogin.com', 'imap mail.mxlogin.com:993:tls mx'],
    ['mx0.hosteurope.de', null],
  ])('comes before what the catalogue has for a hoster with several products (%s)', async (mx, other) => {
    const { lines, last } = await look({
      mx: [mx],
      pages: { [OWN_FILE]: settingsDocument({}, { type: 'smtp' }) },
    })
    const receiving = lines.filter((line) => line.startsWith('imap'))
    expect(receiving).toEqual([
      'imap imap.example.org:993:tls autoconfig',
      ...(other === null ? [] : [other]),
    ])
    // Whose servers these are is still known, and so are the hints.
    expect(last?.provider).not.toBeNull()
  })
})

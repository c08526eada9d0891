import { expect, test } from 'vitest'
import { providerByDomain, providerById, providerByMx, providerByNs } from '#shared/catalogue/look-up.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { computingMs } from '../../../support/computing-time.ts'

test.each([
  ['googlemail.com', 'gmail'],
  ['outlook.com', 'outlook'],
  ['hotmail.co.uk', 'outlook'],
  ['live.com.au', 'outlook'],
  ['msn.com', 'outlook'],
  ['contoso.onmicrosoft.com', 'microsoft-365'],
  ['contoso.mail.onmicrosoft.com', 'microsoft-365'],
  ['contoso.partner.onmschina.cn', 'microsoft-365-china'],
  ['yahoo.com', 'yahoo'],
  ['yahoo.co.uk', 'yahoo'],
  ['ymail.com', 'yahoo'],
  ['yahoo.co.jp', 'yahoo-japan'],
  ['cox.net', 'cox'],
  ['aol.com', 'aol'],
  ['verizon.net', 'aol'],
  ['me.com', 'icloud'],
  ['gmx.de', 'gmx-net'],
  ['mein.gmx', 'gmx-net'],
  ['gmx.co.uk', 'gmx-com'],
  ['web.de', 'web-de'],
  ['mad.scientist.com', 'mail-com'],
  ['magenta.de', 't-online'],
  ['arcor.de', 'vodafone-de'],
  ['online.de', 'ionos-de'],
  ['posteo.net', 'posteo'],
  ['sent.com', 'fastmail'],
  ['pm.me', 'proton'],
  ['tutanota.com', 'tuta'],
  ['bluewin.ch', 'bluewin'],
  ['wanadoo.fr', 'orange-fr'],
  ['tin.it', 'tin-it'],
  ['pec.it', 'aruba-pec'],
  ['post.cz', 'seznam'],
  ['tlen.pl', 'o2-pl'],
  ['op.pl', 'onet'],
  ['firma.hub.pl', 'interia'],
  ['planet.nl', 'kpn'],
  ['skynet.be', 'proximus'],
  ['btopenworld.com', 'bt'],
  ['comcast.net', 'xfinity'],
  ['sbcglobal.net', 'att'],
  ['nyc.rr.com', 'spectrum-twc'],
  ['cfl.rr.com', 'spectrum-brighthouse'],
  ['zohomail.eu', 'zoho-eu'],
  ['ya.ru', 'yandex'],
  ['bk.ru', 'mail-ru'],
  ['foxmail.com', 'qq'],
  ['126.com', 'netease-126'],
  ['hanmail.net', 'daum'],
  ['cup.ocn.ne.jp', 'ocn'],
  ['inbox.lt', 'inbox-lt'],
])('an address at %s belongs to %s', (domain, id) => {
  expect(providerByDomain(domain)?.id).toBe(id)
})

test.each([
  ['contoso-com.mail.protection.outlook.com', 'microsoft-365'],
  ['contoso-com.o-v1.mx.microsoft', 'microsoft-365'],
  ['contoso-cn.mail.protection.partner.outlook.cn', 'microsoft-365-china'],
  ['eur.olc.protection.outlook.com', 'outlook'],
  ['aspmx.l.google.com', 'google-workspace'],
  ['alt1.aspmx.l.google.com', 'google-workspace'],
  ['aspmx2.googlemail.com', 'google-workspace'],
  ['smtp.google.com', 'google-workspace'],
  ['mta5.am0.yahoodns.net', 'yahoo'],
  ['mx-aol.mail.gm0.yahoodns.net', 'aol'],
  ['mx01.mail.icloud.com', 'icloud'],
  ['in1-smtp.messagingengine.com', 'fastmail'],
  ['mailsec.protonmail.ch', 'proton'],
  ['mx01.emig.gmx.net', 'gmx-net'],
  ['mxext1.mailbox.org', 'mailbox-org'],
  ['mta-gw.infomaniak.ch', 'infomaniak'],
  ['mx2.zoho.com', 'zoho-pro-com'],
  ['mx.zoho.com.au', 'zoho-pro-com-au'],
  ['mx.yandex.net', 'yandex'],
  ['mx00.kundenserver.de', 'ionos-de'],
  ['mx01.ionos.co.uk', 'ionos-co-uk'],
  ['smtpin.rzone.de', 'strato'],
  ['www123.your-server.de', 'hetzner'],
  ['mx1.mail.ovh.net', 'ovh'],
  ['spool.mail.gandi.net', 'gandi'],
  ['mailstore1.secureserver.net', 'godaddy-workspace'],
  ['mx1.privateemail.com', 'namecheap'],
  ['mx1.emailsrvr.com', 'rackspace'],
  ['inbound-smtp.us-east-1.amazonaws.com', 'amazon-workmail'],
  ['mxbiz1.qq.com', 'tencent-exmail'],
  ['qiye163mx01.mxmail.netease.com', 'netease-qiye'],
  ['mx2e42.netcup.net', 'netcup'],
  ['sv1234.xserver.jp', 'xserver'],
  ['mx1.feishu.cn', 'feishu'],
  ['mx1.larksuite.com', 'larksuite'],
  ['jp1-mx.worksmobile.com', 'line-works'],
])('mail delivered to %s is read at %s', (host, id) => {
  expect(providerByMx([host])?.provider.id).toBe(id)
})

test.each([
  ['docks05.rzone.de', 'strato'],
  ['ns1.your-server.de', 'hetzner'],
  ['ns.second-ns.com', 'hetzner'],
  ['robotns2.second-ns.de', 'hetzner'],
  ['ns.namespace4you.de', 'domainfactory'],
  ['ns1.hans.hosteurope.de', 'host-europe'],
  ['dns12.ovh.net', 'ovh'],
  ['ns-12-a.gandi.net', 'gandi'],
  ['dns.technorail.com', 'aruba'],
  ['ns01.one.com', 'one-com'],
  ['ns1.dreamhost.com', 'dreamhost'],
  ['ns2.rackspace.com', 'rackspace'],
])('a domain whose names are kept at %s is with %s', (name, id) => {
  expect(providerByNs([name])?.provider.id).toBe(id)
})

test('the mailboxes of vip.163.com are not those of enterprises, although their MX hosts share a domain', () => {
  expect(providerByMx(['vip163mx01.mxmail.netease.com'])).toBeNull()
  expect(providerByDomain('vip.163.com')?.id).toBe('netease-vip')
})

test('a name server is recognised in upper case and with the dot of the root', () => {
  expect(providerByNs(['ns.example.net', 'NS01.ONE.COM.'])).toMatchObject({
    provider: { id: 'one-com' },
    ns: 'ns01.one.com',
  })
})

test('a mail exchanger is recognised in upper case and with the dot of the root', () => {
  expect(providerByMx(['ASPMX.L.GOOGLE.COM.'])).toMatchObject({
    provider: { id: 'google-workspace' },
    mx: 'aspmx.l.google.com',
  })
})

test('the first mail exchanger that is known decides', () => {
  const hosts = ['filter.example.net', 'mx1.emailsrvr.com', 'aspmx.l.google.com']
  expect(providerByMx(hosts)?.provider.id).toBe('rackspace')
})

test('a name that only ends in the same letters is not recognised', () => {
  expect(providerByMx(['notaspmx.l.google.com'])).toBeNull()
  expect(providerByDomain('notonmicrosoft.com')).toBeNull()
})

test('a wildcard does not cover the domain it stands below', () => {
  expect(providerByDomain('onmicrosoft.com')).toBeNull()
})

test('what is not listed belongs to no provider', () => {
  expect(providerByDomain('example.org')).toBeNull()
  expect(providerByMx(['mx.example.org'])).toBeNull()
  expect(providerByMx([])).toBeNull()
  expect(providerByNs(['ns1.example.org', 'notone.com', 'com'])).toBeNull()
  expect(providerByNs([])).toBeNull()
  expect(providerById('example')).toBeNull()
})

test('every listed domain leads back to the provider that lists it', () => {
  for (const provider of PROVIDERS) {
    for (const domain of provider.domains)
      expect(providerByDomain(domain.replace(/^\*\./, 'below.'))?.id).toBe(provider.id)
    for (const suffix of provider.mx) expect(providerByMx([`mx1.${suffix}`])?.provider.id).toBe(provider.id)
    for (const suffix of provider.ns ?? [])
      expect(providerByNs([`ns1.${suffix}`])?.provider.id).toBe(provider.id)
  }
})

test('a look-up of any domain, mail exchanger or name server computes for less than a millisecond', () => {
  const domains = PROVIDERS.flatMap((provider) => provider.domains)
  const deep = `${'a.'.repeat(120)}example.org`
  const tookMs = computingMs(() => {
    for (const domain of domains) providerByDomain(domain)
    for (const domain of [...domains, deep]) {
      providerByMx([`mx.${domain}`])
      providerByNs([`ns.${domain}`])
    }
  })
  expect(tookMs / domains.length).toBeLessThan(1)
})

import { domainList } from '#shared/catalogue/domain-list.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

export const fastmail: Provider = {
  id: 'fastmail',
  name: 'Fastmail',
  kind: 'mailbox',
  accountType: 'other',
  domains: domainList(`
    123mail.org 150mail.com 150ml.com 16mail.com 2-mail.com 4email.net 50mail.com airpost.net
    allmail.net bestmail.us cluemail.com elitemail.org emailcorner.net emailengine.net emailengine.org
    emailgroups.net emailplus.org emailuser.net eml.cc f-m.fm fast-email.com fast-mail.org fastem.com
    fastemail.us fastemailer.com fastest.cc fastimap.com fastmail.cn fastmail.co.uk fastmail.com
    fastmail.com.au fastmail.de fastmail.es fastmail.fm fastmail.fr fastmail.im fastmail.in fastmail.jp
    fastmail.mx fastmail.net fastmail.nl fastmail.org fastmail.se fastmail.to fastmail.tw fastmail.uk
    fastmail.us fastmailbox.net fastmessaging.com fea.st fmail.co.uk fmailbox.com fmgirl.com fmguy.com
    ftml.net h-mail.us hailmail.net imap-mail.com imap.cc imapmail.org inoutbox.com internet-e-mail.com
    internet-mail.org internetemails.net internetmailing.net jetemail.net justemail.net letterboxes.org
    mail-central.com mail-page.com mailandftp.com mailas.com mailbolt.com mailc.net mailcan.com
    mailforce.net mailftp.com mailhaven.com mailingaddress.org mailite.com mailmight.com mailnew.com
    mailsent.net mailservice.ms mailup.net mailworks.org ml1.net mm.st myfastmail.com mymacmail.com
    nospammail.net ownmail.net petml.com postinbox.com postpro.net proinbox.com promessage.com
    realemail.net reallyfast.biz reallyfast.info rushpost.com sent.as sent.at sent.com speedpost.net
    speedymail.org ssl-mail.com swift-mail.com the-fastest.net the-quickest.com theinternetemail.com
    veryfast.biz veryspeedy.net warpmail.net xsmail.com yepmail.net your-mail.com
  `),
  mx: ['messagingengine.com'],
  servers: {
    imap: ['imap.fastmail.com:993:tls'],
    pop3: ['pop.fastmail.com:995:tls'],
    smtp: ['smtp.fastmail.com:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'oauth' }, { kind: 'app-password' }],
  pages: {
    appPassword: 'https://www.fastmail.com/help/clients/apppassword.html',
    help: 'https://www.fastmail.com/help/technical/servernamesandports.html',
  },
  hints: [
    { when: 'before', kind: 'app-password-only' },
    { when: 'before', kind: 'paid-plan' },
  ],
  sending: {
    spfInclude: 'spf.messagingengine.com',
    dkimSelectors: ['fm1', 'fm2', 'fm3'],
    dkimTarget: '{selector}.{domain}.dkim.fmhosted.com',
  },
  retiredHosts: ['mail.messagingengine.com'],
  sources: [
    { name: 'Mozilla ISPDB, messagingengine.com', date: '2026-03-12' },
    { name: 'FairEmail providers.xml', date: '2026-08-22' },
    { name: 'deltachat provider-db', date: '2024-11-01' },
    { name: 'Fastmail help, App passwords', date: '2026-11-21' },
  ],
  comparedOn: '2026-11-21',
  providerPageReadOn: '2026-11-21',
}

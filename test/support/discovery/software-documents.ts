import type { DiscoveryNote, OtherService } from '#shared/discovery/notes.ts'
import { autodiscoverDocument } from './autodiscover-document.ts'

/** A document as a mail server produces it for example.org, in the form its documentation describes. */
export interface SoftwareDocument {
  readonly software: string
  readonly document: string
  /** What is to be offered, a line each. */
  readonly lines: readonly string[]
  readonly notes: readonly DiscoveryNote[]
}

const HOST = 'mail.example.org'
const offers = (service: OtherService, host = HOST): DiscoveryNote => ({
  kind: 'also-offers',
  domain: 'example.org',
  service,
  host,
})

const server = (direction: string, type: string, port: number, socket: string, auth = 'password-cleartext') =>
  `<${direction}Server type="${type}">
     <hostname>${HOST}</hostname> <port>${port}</port> <socketType>${socket}</socketType>
     <username>%EMAILADDRESS%</username> <authentication>${auth}</authentication>
   </${direction}Server>`
const incoming = (type: string, port: number, socket: string, auth?: string) =>
  server('incoming', type, port, socket, auth)
const outgoing = (port: number, socket: string, auth?: string) =>
  server('outgoing', 'smtp', port, socket, auth)

const config = (inside: string, after = '') => `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.org">
    <domain>example.org</domain>
    <displayName>Example</displayName>
    <displayShortName>Ex</displayShortName>
    ${inside}
  </emailProvider>
  ${after}
</clientConfig>`

const SMTP_TLS = `smtp ${HOST}:465:tls`
const SMTP_STARTTLS = `smtp ${HOST}:587:starttls`
const IMAP_TLS = `imap ${HOST}:993:tls`
const IMAP_STARTTLS = `imap ${HOST}:143:starttls`
const POP3_TLS = `pop3 ${HOST}:995:tls`
const POP3_STARTTLS = `pop3 ${HOST}:110:starttls`

export const AUTOCONFIG_DOCUMENTS: readonly SoftwareDocument[] = [
  {
    software: 'automx2',
    document: config(
      `${incoming('imap', 143, 'STARTTLS')} ${outgoing(587, 'STARTTLS')}
       <documentation url="https://help.example.org/mail"><descr lang="en">Help</descr></documentation>`,
    ),
    lines: [SMTP_STARTTLS, IMAP_STARTTLS],
    notes: [{ kind: 'help-page', host: 'autoconfig.example.org', page: 'https://help.example.org/mail' }],
  },
  {
    software: 'Stalwart',
    document: config(
      `<incomingServer type="jmap"><url>https://${HOST}/.well-known/jmap</url>
         <authentication system="http">basic</authentication></incomingServer>
       ${incoming('imap', 993, 'SSL')} ${incoming('imap', 143, 'STARTTLS')} ${incoming('pop3', 995, 'SSL')}
       ${outgoing(465, 'SSL')} ${outgoing(587, 'STARTTLS')}
       <calendar type="caldav"><url>https://${HOST}/dav/cal</url></calendar>
       <addressBook type="carddav"><url>https://${HOST}/dav/card</url></addressBook>
       <fileShare type="webdav"><url>https://${HOST}/dav/file</url></fileShare>`,
    ),
    lines: [SMTP_TLS, SMTP_STARTTLS, IMAP_TLS, IMAP_STARTTLS, POP3_TLS],
    notes: [offers('jmap'), offers('caldav'), offers('carddav'), offers('webdav')],
  },
  {
    software: 'mox',
    document: config(
      `${incoming('imap', 993, 'SSL', 'password-encrypted')} ${outgoing(465, 'SSL', 'password-encrypted')}`,
    ),
    lines: [SMTP_TLS, IMAP_TLS],
    notes: [],
  },
  {
    software: 'mailcow',
    document: config(
      `${incoming('imap', 993, 'SSL')} ${incoming('imap', 143, 'STARTTLS')}
       ${incoming('pop3', 995, 'SSL')} ${incoming('pop3', 110, 'STARTTLS')}
       ${outgoing(465, 'SSL')} ${outgoing(587, 'STARTTLS')}
       <enable visiturl="https://${HOST}/admin">
         <instruction lang="en">If you did not change your password, do it there.</instruction>
         <instruction lang="de">Ändern Sie dort zuerst Ihr Passwort.</instruction>
       </enable>`,
      `<webMail><loginPage url="https://${HOST}/SOGo/"/></webMail>`,
    ),
    lines: [SMTP_TLS, SMTP_STARTTLS, IMAP_TLS, IMAP_STARTTLS, POP3_TLS, POP3_STARTTLS],
    notes: [
      {
        kind: 'enable-first',
        host: 'autoconfig.example.org',
        page: `https://${HOST}/admin`,
        instruction: 'If you did not change your password, do it there.',
      },
      { kind: 'web-mail', host: 'autoconfig.example.org', page: `https://${HOST}/SOGo/` },
    ],
  },
  {
    software: 'docker-mailserver',
    document: config(
      `${incoming('imap', 993, 'SSL')} ${incoming('imap', 143, 'STARTTLS')} ${outgoing(465, 'SSL')}
       <enable visiturl=""/>`,
      '<clientConfigUpdate url="https://autoconfig.example.org/mail/config-v1.1.xml"/>',
    ),
    lines: [SMTP_TLS, IMAP_TLS, IMAP_STARTTLS],
    notes: [],
  },
  {
    software: 'iRedMail',
    document: config(
      `${incoming('imap', 143, 'STARTTLS')} ${incoming('pop3', 110, 'STARTTLS')} ${outgoing(587, 'STARTTLS')}`,
    ),
    lines: [SMTP_STARTTLS, IMAP_STARTTLS, POP3_STARTTLS],
    notes: [],
  },
  {
    software: 'Modoboa',
    document: config(`${incoming('imap', 993, 'SSL')} ${outgoing(587, 'STARTTLS')}`),
    lines: [SMTP_STARTTLS, IMAP_TLS],
    notes: [],
  },
  {
    software: 'Mail-in-a-Box',
    document: config(
      `${incoming('imap', 993, 'SSL')} ${outgoing(465, 'SSL')}
       <documentation url="https://${HOST}/"><descr lang="en">Box</descr></documentation>`,
      `<webMail><loginPage url="https://${HOST}/mail/"/>
         <loginPageInfo url="https://${HOST}/mail/"><username>%EMAILADDRESS%</username>
           <usernameField id="rcmloginuser" name="_user"/><passwordField id="rcmloginpwd" name="_pass"/>
           <loginButton id="rcmloginsubmit"/></loginPageInfo></webMail>`,
    ),
    lines: [SMTP_TLS, IMAP_TLS],
    notes: [
      { kind: 'help-page', host: 'autoconfig.example.org', page: `https://${HOST}/` },
      { kind: 'web-mail', host: 'autoconfig.example.org', page: `https://${HOST}/mail/` },
    ],
  },
  {
    software: 'cPanel',
    document: config(
      `${incoming('imap', 993, 'SSL')} ${incoming('pop3', 995, 'SSL')} ${outgoing(465, 'SSL')}
       <documentation url="http://autoconfig.example.org/mail/help"><descr lang="en">plain http</descr></documentation>`,
    ),
    lines: [SMTP_TLS, IMAP_TLS, POP3_TLS],
    notes: [],
  },
  {
    software: 'Plesk',
    document: config(
      `${incoming('imap', 993, 'SSL')} ${incoming('pop3', 995, 'SSL')}
       ${incoming('imap', 143, 'plain')} ${outgoing(465, 'SSL')} ${outgoing(25, 'plain')}`,
    ),
    lines: [SMTP_TLS, IMAP_TLS, POP3_TLS],
    notes: [],
  },
  {
    software: 'an Exchange behind a directory of providers',
    document: config(
      `<incomingServer type="exchange"><hostname>${HOST}</hostname><port>443</port>
         <username>%EMAILADDRESS%</username><socketType>SSL</socketType><authentication>OAuth2</authentication>
         <owaURL>https://${HOST}/owa/</owaURL><ewsURL>https://${HOST}/ews/exchange.asmx</ewsURL></incomingServer>
       <incomingServer type="graph"><url>https://graph.example.net/v1.0</url></incomingServer>
       ${incoming('imap', 993, 'SSL')} ${outgoing(587, 'STARTTLS')}`,
      `<oAuth2><authURL>https://login.example.net/authorize</authURL>
         <tokenURL>https://login.example.net/token</tokenURL><scope>mail</scope></oAuth2>`,
    ),
    lines: [SMTP_STARTTLS, IMAP_TLS],
    notes: [offers('exchange'), offers('graph', 'graph.example.net'), offers('oauth', 'login.example.net')],
  },
]

const section = (type: string, port: number, more = '<SSL>on</SSL>') =>
  `<Protocol><Type>${type}</Type><TTL>1</TTL><Server>${HOST}</Server><Port>${port}</Port>
   <LoginName>mailbox@example.org</LoginName><DomainRequired>off</DomainRequired><SPA>off</SPA>${more}
   <AuthRequired>on</AuthRequired></Protocol>`
const settings = (...sections: readonly string[]) =>
  autodiscoverDocument(`<User><DisplayName>Example</DisplayName></User><Account>
    <AccountType>email</AccountType><Action>settings</Action>${sections.join('\n')}</Account>`)

export const AUTODISCOVER_DOCUMENTS: readonly SoftwareDocument[] = [
  {
    software: 'automx2',
    document: settings(
      section('IMAP', 143, '<Encryption>TLS</Encryption>'),
      section('SMTP', 587, '<Encryption>TLS</Encryption>'),
    ),
    lines: [SMTP_STARTTLS, IMAP_STARTTLS],
    notes: [],
  },
  {
    software: 'mailcow',
    document: settings(
      section('IMAP', 993),
      section('SMTP', 465, '<SSL>on</SSL><UsePOPAuth>on</UsePOPAuth><SMTPLast>off</SMTPLast>'),
      `<Protocol><Type>CalDAV</Type><Server>https://${HOST}/SOGo/dav/mailbox@example.org/Calendar</Server></Protocol>`,
      `<Protocol><Type>CardDAV</Type><Server>https://${HOST}/SOGo/dav/mailbox@example.org/Contacts</Server></Protocol>`,
    ),
    lines: [SMTP_TLS, IMAP_TLS],
    notes: [offers('caldav'), offers('carddav')],
  },
  {
    software: 'cPanel and Plesk',
    document: settings(section('IMAP', 993), section('POP3', 995), section('SMTP', 465)),
    lines: [SMTP_TLS, IMAP_TLS, POP3_TLS],
    notes: [],
  },
  {
    software: 'Modoboa',
    document: settings(
      section('IMAP', 993),
      section('SMTP', 587, '<SSL>on</SSL><Encryption>TLS</Encryption>'),
    ),
    lines: [SMTP_STARTTLS, IMAP_TLS],
    notes: [],
  },
  {
    software: 'Zimbra',
    document: settings(
      `<Protocol><Type>MobileSync</Type><Server>https://${HOST}/Microsoft-Server-ActiveSync</Server></Protocol>`,
      section('IMAP', 993),
      section('POP3', 995),
      section('SMTP', 465),
    ),
    lines: [SMTP_TLS, IMAP_TLS, POP3_TLS],
    notes: [offers('activesync')],
  },
]

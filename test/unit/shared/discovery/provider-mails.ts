/**
 * Mails and help pages as providers write them, shortened, under names of their own: prose, tables, lists, steps; English
 * and German; every spelling of encryption. The services as `protocol host:port:encryption user name`.
 */
export interface ProviderMail {
  readonly name: string
  readonly text: string
  readonly services: readonly string[]
}

export const PROVIDER_MAILS: readonly ProviderMail[] = [
  {
    name: 'a German line for each server, the port and SSL in prose',
    text: `Guten Tag,
Ihre Zugangsdaten:
Posteingangsserver (IMAP): imap.nordwind.test, Port 993 mit SSL
Postausgangsserver (SMTP): smtp.nordwind.test, Port 587 mit STARTTLS
Benutzername: anna@nordwind.test
Passwort: das Passwort Ihres Kundenkontos`,
    services: [
      'imap imap.nordwind.test:993:tls anna@nordwind.test',
      'smtp smtp.nordwind.test:587:starttls anna@nordwind.test',
    ],
  },
  {
    name: 'a service page that writes "SSL/TLS: 993"',
    text: `E-Mail-Server
Posteingang (IMAP): mail.huette.test
SSL/TLS: 993
Posteingang (POP3): mail.huette.test
SSL/TLS: 995
Postausgang (SMTP): mail.huette.test
STARTTLS: 587
Der Benutzername ist Ihre E-Mail-Adresse.`,
    services: [
      'imap mail.huette.test:993:tls null',
      'pop3 mail.huette.test:995:tls null',
      'smtp mail.huette.test:587:starttls null',
    ],
  },
  {
    name: 'English prose with the ports behind the verb',
    text: `To read mail, connect to imap.lakeside.test on port 993 using SSL. To send, use smtp.lakeside.test and use TLS on 587. Your username is your full email address.`,
    services: ['imap imap.lakeside.test:993:tls null', 'smtp smtp.lakeside.test:587:starttls null'],
  },
  {
    name: 'a table with old names of encryption in columns',
    text: `| Protocol | Server | Port (SSL) | Port (no SSL) |
|---|---|---|---|
| IMAP | mail.atoll.test | 993 | 143 |
| POP3 | mail.atoll.test | 995 | 110 |
| SMTP | mail.atoll.test | 465 | 587 |`,
    services: [
      'imap mail.atoll.test:993:tls null',
      'pop3 mail.atoll.test:995:tls null',
      'smtp mail.atoll.test:465:tls null',
    ],
  },
  {
    name: 'steps of a mail program, with the menus between the values',
    text: `1. Open Outlook and choose File > Add Account.
2. Select IMAP.
3. Incoming mail: Server: imap.birch.test  Port: 993  Encryption method: SSL/TLS
4. Outgoing mail: Server: smtp.birch.test  Port: 465  Encryption method: SSL/TLS
5. Click Next, enter your password and click Connect.`,
    services: ['imap imap.birch.test:993:tls null', 'smtp smtp.birch.test:465:tls null'],
  },
  {
    name: 'a welcome mail of a host with the address in the first line',
    text: `Hello Anna,
your new mailbox anna@quarry.test is ready to use.

Account type: IMAP
Incoming mail server: s42.hosting.test
Outgoing mail server (SMTP): s42.hosting.test
Login: anna@quarry.test
IMAP port: 993 (SSL)
SMTP port: 587 (STARTTLS)

Webmail: https://webmail.hosting.test
Your support team <help@hosting.test>`,
    services: [
      'imap s42.hosting.test:993:tls anna@quarry.test',
      'smtp s42.hosting.test:587:starttls anna@quarry.test',
    ],
  },
  {
    name: 'a German mail with values below their labels and a name that is a number',
    text: `Eingangsserver (IMAP)
mail.wiese.test
Port
993
Sicherheit
SSL/TLS
Ausgangsserver (SMTP)
mail.wiese.test
Port
587
Sicherheit
STARTTLS
Benutzername
m0123456`,
    services: ['imap mail.wiese.test:993:tls m0123456', 'smtp mail.wiese.test:587:starttls m0123456'],
  },
  {
    name: 'plain and encrypted ports in one line, the encrypted one second',
    text: `Incoming server: mail.dune.test (IMAP port 143, or 993 with SSL)
Outgoing server: mail.dune.test (SMTP port 25, or 587 with TLS)
User name: anna`,
    services: ['imap mail.dune.test:993:tls anna', 'smtp mail.dune.test:587:starttls anna'],
  },
  {
    name: 'a Swiss help page with an e-mail client for each system',
    text: `IMAP-Einstellungen
Server für eintreffende E-Mails: imap.alpina.test
Server-Port: 993
SSL verwenden: Ja
SMTP-Einstellungen
Server für ausgehende E-Mails: smtp.alpina.test
Server-Port: 465
SSL verwenden: Ja
Benutzername: Ihre ganze E-Mail-Adresse`,
    services: ['imap imap.alpina.test:993:tls null', 'smtp smtp.alpina.test:465:tls null'],
  },
  {
    name: 'the addresses of a phone: host names with labels of Apple',
    text: `INCOMING MAIL SERVER
Host Name  imap.cove.test
User Name  anna.berg
Password  (your password)
OUTGOING MAIL SERVER
Host Name  smtp.cove.test
User Name  anna.berg
Use SSL: On
Server Port: 465`,
    services: ['imap imap.cove.test:993:tls anna.berg', 'smtp smtp.cove.test:465:tls anna.berg'],
  },
  {
    name: 'URLs instead of words',
    text: `Receiving: imaps://imap.fjord.test:993
Sending: smtps://smtp.fjord.test:465
Login name: anna@fjord.test`,
    services: [
      'imap imap.fjord.test:993:tls anna@fjord.test',
      'smtp smtp.fjord.test:465:tls anna@fjord.test',
    ],
  },
  {
    name: 'the answer of a helpdesk, quoted, with its own address',
    text: `On Tue, Anna wrote:
> Which servers do I use?
Hi Anna, IMAP is mx1.moor.test (993, SSL/TLS) and SMTP is mx1.moor.test (587, STARTTLS).
Log in as moor\\anna.
Bob, helpdesk@moor.test, +49 30 993 465`,
    services: ['imap mx1.moor.test:993:tls moor\\anna', 'smtp mx1.moor.test:587:starttls moor\\anna'],
  },
  {
    name: 'a German table whose columns are the services',
    text: `                IMAP                 SMTP
Servername      imap.hafen.test      smtp.hafen.test
Port            993                  587
Verschlüsselung SSL/TLS              STARTTLS
Benutzername    anna@hafen.test      anna@hafen.test`,
    services: [
      'imap imap.hafen.test:993:tls anna@hafen.test',
      'smtp smtp.hafen.test:587:starttls anna@hafen.test',
    ],
  },
  {
    name: 'a warning about what must not be used',
    text: `Please use imap.glade.test with SSL (port 993).
Do not use port 143.
For sending use smtp.glade.test with STARTTLS (port 587); port 25 is blocked.`,
    services: ['imap imap.glade.test:993:tls null', 'smtp smtp.glade.test:587:starttls null'],
  },
  {
    name: 'an Exchange mail with a domain user and "explicit TLS"',
    text: `IMAP4 server: exchange.kontor.test
IMAP4 port: 993 (implicit TLS)
SMTP server: exchange.kontor.test
SMTP port: 587 (explicit TLS)
Username: KONTOR\\aberg`,
    services: [
      'imap exchange.kontor.test:993:tls KONTOR\\aberg',
      'smtp exchange.kontor.test:587:starttls KONTOR\\aberg',
    ],
  },
  {
    name: 'words with hyphens and a German dash',
    text: `E-Mail-Posteingangs-Server – imap.tal.test – Port 993 – SSL
E-Mail-Postausgangs-Server – smtp.tal.test – Port 465 – SSL
Benutzer-Name – anna@tal.test`,
    services: ['imap imap.tal.test:993:tls anna@tal.test', 'smtp smtp.tal.test:465:tls anna@tal.test'],
  },
  {
    name: 'a smart host of an office, on a port of its own',
    text: `Incoming (IMAP): post.firma.test, port 10993, SSL/TLS
Outgoing (SMTP): relay.firma.test, port 2587, STARTTLS`,
    services: ['imap post.firma.test:10993:tls null', 'smtp relay.firma.test:2587:starttls null'],
  },
  {
    name: 'two mailboxes in one mail: the first one counts',
    text: `Mailbox 1
User: info@laden.test
IMAP: mail.laden.test:993
SMTP: mail.laden.test:587
Mailbox 2
User: shop@laden.test
IMAP: mail.laden.test:993
SMTP: mail.laden.test:587`,
    services: [
      'imap mail.laden.test:993:tls info@laden.test',
      'smtp mail.laden.test:587:starttls info@laden.test',
    ],
  },
  {
    name: 'servers by their way alone',
    text: `Incoming: mail.ridge.test:993
Outgoing: mail.ridge.test:465
Log in with your full email address.`,
    services: ['imap mail.ridge.test:993:tls null', 'smtp mail.ridge.test:465:tls null'],
  },
  {
    name: 'the settings without encryption first',
    text: `Standard settings
IMAP server: mail.bay.test, port 143
SMTP server: mail.bay.test, port 25
Secure settings (recommended)
IMAP server: mail.bay.test, port 993
SMTP server: mail.bay.test, port 465`,
    services: ['imap mail.bay.test:993:tls null', 'smtp mail.bay.test:465:tls null'],
  },
  {
    name: 'words without a space behind the colon',
    text: `IMAP-Server:imap.kluft.test Port:993 SSL:ja
SMTP-Server:smtp.kluft.test Port:587 TLS:ja
Benutzername:anna@kluft.test`,
    services: [
      'imap imap.kluft.test:993:tls anna@kluft.test',
      'smtp smtp.kluft.test:587:starttls anna@kluft.test',
    ],
  },
  {
    name: 'a German sentence that tells the user name',
    text: `Ihr Benutzername lautet p123456-1.
Der Posteingangsserver ist imap.ufer.test (SSL, 993).
Der Postausgangsserver ist smtp.ufer.test (SSL, 465).`,
    services: ['imap imap.ufer.test:993:tls p123456-1', 'smtp smtp.ufer.test:465:tls p123456-1'],
  },
  {
    name: 'one mail server, and a port for each service',
    text: `Mail server: mail.gully.test
IMAP: 993 (SSL)
SMTP: 587 (STARTTLS)
Username is anna@gully.test`,
    services: [
      'imap mail.gully.test:993:tls anna@gully.test',
      'smtp mail.gully.test:587:starttls anna@gully.test',
    ],
  },
  {
    name: 'the ports first and the server for all of them after',
    text: `Ports: IMAP 993 (SSL), POP3 995 (SSL), SMTP 465 (SSL).
Server for all services: mail.mesa.test`,
    services: [
      'imap mail.mesa.test:993:tls null',
      'pop3 mail.mesa.test:995:tls null',
      'smtp mail.mesa.test:465:tls null',
    ],
  },
  {
    name: 'a German panel with the mailbox and its name',
    text: `Postfach: anna@ried.test
Postfach-Benutzername: ried-0002
Mailserver: w01.ried.test
Posteingang IMAP-Port: 993
Postausgang SMTP-Port: 465`,
    services: ['imap w01.ried.test:993:tls ried-0002', 'smtp w01.ried.test:465:tls ried-0002'],
  },
  {
    name: 'a description of the name with the address in it',
    text: `IMAP imap.knoll.test 993 SSL
SMTP smtp.knoll.test 465 SSL
Username: your email address (anna@knoll.test)`,
    services: [
      'imap imap.knoll.test:993:tls anna@knoll.test',
      'smtp smtp.knoll.test:465:tls anna@knoll.test',
    ],
  },
]

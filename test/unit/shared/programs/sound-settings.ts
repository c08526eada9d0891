import type { SettingsFile } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'

const PREFS = [
  ['mail.accountmanager.accounts', '"account1"'],
  ['mail.account.account1.server', '"server1"'],
  ['mail.account.account1.identities', '"id1"'],
  ['mail.identity.id1.useremail', '"anna@gmx.net"'],
  ['mail.identity.id1.smtpServer', '"smtp1"'],
  ['mail.server.server1.type', '"imap"'],
  ['mail.server.server1.hostname', '"imap.gmx.net"'],
  ['mail.server.server1.port', '993'],
  ['mail.server.server1.socketType', '3'],
  ['mail.server.server1.userName', '"anna@gmx.net"'],
  ['mail.server.server1.authMethod', '3'],
  ['mail.smtpserver.smtp1.hostname', '"mail.gmx.net"'],
  ['mail.smtpserver.smtp1.port', '587'],
  ['mail.smtpserver.smtp1.try_ssl', '2'],
  ['mail.smtpserver.smtp1.username', '"anna@gmx.net"'],
  ['mail.smtpserver.smtp1.authMethod', '3'],
]
  .map(([name, value]) => `user_pref("${name}", ${value});`)
  .join('\n')

const OUTLOOK = [
  'Windows Registry Editor Version 5.00',
  String.raw`[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook\Profiles\Outlook\9375CFF0413111d3B88A00104B2A6676\00000002]`,
  '"Email"="anna@gmx.net"',
  '"IMAP Server"="imap.gmx.net"',
  '"IMAP Port"=dword:000003e1',
  '"IMAP Use SSL"=dword:00000001',
  '"IMAP User"="anna@gmx.net"',
  '"IMAP Use SPA"=dword:00000000',
  '"SMTP Server"="mail.gmx.net"',
  '"SMTP Port"=dword:0000024b',
  '"SMTP Secure Connection"=dword:00000002',
  '"SMTP Use Auth"=dword:00000001',
].join('\r\n')

const MAILSPRING = JSON.stringify({
  '*': {
    accounts: [
      {
        id: 'a1',
        provider: 'imap',
        emailAddress: 'anna@gmx.net',
        label: 'anna@gmx.net',
        settings: {
          imap_host: 'imap.gmx.net',
          imap_port: 993,
          imap_username: 'anna@gmx.net',
          imap_security: 'SSL / TLS',
          imap_allow_insecure_ssl: false,
          smtp_host: 'mail.gmx.net',
          smtp_port: 587,
          smtp_username: 'anna@gmx.net',
          smtp_security: 'STARTTLS',
          smtp_allow_insecure_ssl: false,
        },
      },
    ],
  },
})

const one = (text: string): readonly SettingsFile[] => [{ name: 'settings', text }]

/** The same account in every program, as its provider wants it. */
export const SOUND: Readonly<Record<ReadableClient, readonly SettingsFile[]>> = {
  thunderbird: one(PREFS),
  betterbird: one(PREFS),
  'outlook-classic': one(OUTLOOK),
  evolution: [
    {
      name: 'a.source',
      text: '[Mail Account]\nBackendName=imapx\nIdentityUid=i\n[Authentication]\nHost=imap.gmx.net\nPort=993\nUser=anna@gmx.net\n[Security]\nMethod=ssl-on-alternate-port\n',
    },
    { name: 'i.source', text: '[Mail Identity]\nAddress=anna@gmx.net\n[Mail Submission]\nTransportUid=t\n' },
    {
      name: 't.source',
      text: '[Mail Transport]\nBackendName=smtp\n[Authentication]\nHost=mail.gmx.net\nPort=587\nUser=anna@gmx.net\nMethod=PLAIN\n[Security]\nMethod=starttls-on-standard-port\n',
    },
  ],
  kmail: [
    {
      name: 'akonadi_imap_resource_0rc',
      text: '[network]\nAuthentication=7\nImapPort=993\nImapServer=imap.gmx.net\nSafety=SSL\nUserName=anna@gmx.net\n',
    },
    {
      name: 'mailtransports',
      text: '[Transport 1]\nauth=true\nauthtype=PLAIN\nencryption=TLS\nhost=mail.gmx.net\nid=1\nport=587\nuser=anna@gmx.net\n',
    },
    { name: 'emailidentities', text: '[Identity #0]\nEmail Address=anna@gmx.net\nTransport=1\n' },
  ],
  'claws-mail': one(
    '[Account: 1]\naddress=anna@gmx.net\nprotocol=3\nreceive_server=imap.gmx.net\nuser_id=anna@gmx.net\nssl_imap=1\nsmtp_server=mail.gmx.net\nssl_smtp=2\nset_smtpport=1\nsmtp_port=587\nuse_smtp_auth=1\nsmtp_auth_method=16\n',
  ),
  mailspring: one(MAILSPRING),
  'gnome-online-accounts': one(
    '[Account account_1581875887_1]\nProvider=imap_smtp\nEnabled=true\nEmailAddress=anna@gmx.net\nImapHost=imap.gmx.net\nImapUserName=anna@gmx.net\nImapUseSsl=true\nImapUseTls=false\nImapAcceptSslErrors=false\nSmtpHost=mail.gmx.net\nSmtpUseAuth=true\nSmtpUserName=anna@gmx.net\nSmtpAuthLogin=false\nSmtpAuthPlain=true\nSmtpUseSsl=false\nSmtpUseTls=true\n',
  ),
  wordpress: one(
    '{"mail":{"from_email":"anna@gmx.net","mailer":"smtp"},"smtp":{"autotls":true,"auth":true,"host":"mail.gmx.net","encryption":"tls","port":587,"user":"anna@gmx.net","pass":"x"}}',
  ),
  msmtp: one(
    'account default\nhost mail.gmx.net\nport 587\nfrom anna@gmx.net\ntls on\ntls_starttls on\nauth on\nuser anna@gmx.net\n',
  ),
  mbsync: one(
    'IMAPAccount a\nHost imap.gmx.net\nPort 993\nUser anna@gmx.net\nSSLType IMAPS\nAuthMechs LOGIN\n',
  ),
  offlineimap: one(
    '[Account a]\nremoterepository = r\n[Repository r]\ntype = IMAP\nremotehost = imap.gmx.net\nremoteport = 993\nremoteuser = anna@gmx.net\nssl = yes\nsslcacertfile = OS-DEFAULT\n',
  ),
  neomutt: one(
    "set from = 'anna@gmx.net'\nset ssl_force_tls = yes\nset imap_user = 'anna@gmx.net'\nset folder = 'imaps://imap.gmx.net:993/'\nset smtp_url = 'smtp://anna%40gmx.net@mail.gmx.net:587'\n",
  ),
  aerc: one(
    '[gmx]\nfrom = <anna@gmx.net>\nsource = imaps://anna%40gmx.net@imap.gmx.net:993\noutgoing = smtps://anna%40gmx.net@mail.gmx.net:465\n',
  ),
  himalaya: one(
    '[accounts.a]\nimap.server = "imaps://imap.gmx.net:993"\nimap.sasl.plain.username = "anna@gmx.net"\nsmtp.server = "smtp://mail.gmx.net:587"\nsmtp.starttls = true\nsmtp.sasl.plain.username = "anna@gmx.net"\n',
  ),
  getmail: one(
    '[retriever]\ntype = SimpleIMAPSSLRetriever\nserver = imap.gmx.net\nport = 993\nusername = anna@gmx.net\nca_certs = /etc/ssl/certs/ca-certificates.crt\n',
  ),
  fetchmail: one('poll imap.gmx.net protocol imap service 993 user "anna@gmx.net" ssl keep\n'),
  env: one(
    'MAIL_ADDRESS=anna@gmx.net\nSMTP_HOST=mail.gmx.net\nSMTP_PORT=465\nSMTP_SECURE=true\nSMTP_USER=anna@gmx.net\n',
  ),
}

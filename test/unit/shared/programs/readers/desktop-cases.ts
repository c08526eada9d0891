import type { ReaderCase } from './told.ts'

/** Files of programs with windows, and variables of frameworks. */
export const DESKTOP_CASES: readonly ReaderCase[] = [
  [
    'the numbers that it has since version 1 of its settings',
    'claws-mail',
    `[Account: 1]
account_name=Work
address=anna@example.org
config_version=5
protocol=1
receive_server=imap.example.org
user_id=anna
ssl_imap=1
[Account: 2]
account_name=Home
address=berg@example.org
config_version=5
protocol=0
receive_server=pop.example.org
user_id=berg
ssl_pop=1
[Account: 3]
account_name=News
address=carol@example.org
config_version=5
protocol=2
receive_server=news.example.org
`,
    [
      ['Work <anna@example.org>', 'imap anna imap.example.org:993 tls any'],
      ['Home <berg@example.org>', 'pop3 berg pop.example.org:995 tls any'],
    ],
  ],
  [
    'a port that is not ticked, and the user name of the incoming server',
    'claws-mail',
    `[Account: 1]
account_name=Home
name=Anna
address=anna@example.org
protocol=3
receive_server=imap.example.org
smtp_server=smtp.example.org
user_id=anna
ssl_imap=1
set_imapport=0
imap_port=143
ssl_smtp=2
set_smtpport=1
smtp_port=587
use_smtp_auth=1
smtp_auth_method=2
smtp_user_id=
[Account: 2]
account_name=News
protocol=4
nntp_server=news.example.org
`,
    [
      [
        'Home <anna@example.org>',
        'imap anna imap.example.org:993 tls any',
        'smtp anna smtp.example.org:587 starttls challenge',
      ],
    ],
  ],
  [
    'an account, its identity and its transport in three files; one that is switched off',
    'evolution',
    [
      {
        name: 'a.source',
        text: '[Data Source]\nDisplayName=Work\nEnabled=true\n[Mail Account]\nBackendName=imapx\nIdentityUid=i\n[Authentication]\nHost=imap.example.org\nPort=993\nUser=anna\nMethod=PLAIN\n[Security]\nMethod=ssl-on-alternate-port\n',
      },
      {
        name: 'i.source',
        text: '[Mail Identity]\nAddress=anna@example.org\n[Mail Submission]\nTransportUid=t\n',
      },
      {
        name: 't.source',
        text: '[Mail Transport]\nBackendName=smtp\n[Authentication]\nHost=smtp.example.org\nPort=587\nUser=anna\nMethod=NTLM\n[Security]\nMethod=starttls-on-standard-port\n',
      },
      {
        name: 'o.source',
        text: '[Data Source]\nEnabled=false\n[Mail Account]\nBackendName=pop\n[Authentication]\nHost=pop.example.org\n',
      },
    ],
    [
      [
        'Work <anna@example.org>',
        'imap anna imap.example.org:993 tls password',
        'smtp anna smtp.example.org:587 starttls spa',
      ],
    ],
  ],
  [
    'a resource of Akonadi, a transport and an identity',
    'kmail',
    [
      {
        name: 'akonadi_imap_resource_0rc',
        text: '[network]\nAuthentication=7\nImapPort=993\nImapServer=imap.example.org\nSafety=SSL\nUserName=anna@example.org\n',
      },
      {
        name: 'akonadi_pop3_resource_1rc',
        text: '[General]\nhost=pop.example.net\nlogin=bert\nuseTLS=true\nport=110\n',
      },
      {
        name: 'mailtransports',
        text: '[$Version]\nupdate_info=x\n[Transport 5]\nauth=true\nauthtype=CRAM-MD5\nencryption=TLS\nhost=smtp.example.org\nid=5\nport=587\nuser=anna@example.org\n',
      },
      { name: 'emailidentities', text: '[Identity #0]\nEmail Address=anna@example.org\nTransport=5\n' },
    ],
    [
      [
        'anna@example.org <anna@example.org>',
        'imap anna@example.org imap.example.org:993 tls password',
        'smtp anna@example.org smtp.example.org:587 starttls challenge',
      ],
      ['bert <->', 'pop3 bert pop.example.net:110 starttls password'],
    ],
  ],
  [
    'Laravel',
    'env',
    'MAIL_MAILER=smtp\nMAIL_HOST="smtp.example.org"\nMAIL_PORT=587\nMAIL_ENCRYPTION=tls # yes\nMAIL_USERNAME=anna\nMAIL_PASSWORD=x\nMAIL_FROM_ADDRESS="anna@example.org"\n',
    [['anna@example.org <anna@example.org>', 'smtp anna smtp.example.org:587 starttls any']],
  ],
  [
    'Nodemailer, and STARTTLS where it is offered',
    'env',
    'export SMTP_HOST=smtp.example.org\nSMTP_PORT=587\nSMTP_SECURE=false\nSMTP_USER=anna@example.org\n',
    [['.env <->', 'smtp anna@example.org smtp.example.org:587 if-offered any']],
  ],
  [
    'Django with SSL/TLS',
    'env',
    "EMAIL_HOST='smtp.example.org'\nEMAIL_PORT=465\nEMAIL_USE_SSL=True\nEMAIL_HOST_USER=anna\n",
    [['.env <->', 'smtp anna smtp.example.org:465 tls any']],
  ],
  [
    'octets of UTF-16 over two lines, SPA, and sending with the settings of the incoming server',
    'outlook-classic',
    [
      'Windows Registry Editor Version 5.00',
      '',
      String.raw`[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook\Profiles\Outlook\9375CFF0413111d3B88A00104B2A6676\00000002]`,
      '"Account Name"=hex:61,00,6e,00,\\',
      '  6e,00,61,00,00,00',
      '"Email"="anna@example.org"',
      '"IMAP Server"="imap.example.org"',
      '"IMAP Port"=dword:000003e1',
      '"IMAP Use SSL"=dword:00000001',
      '"IMAP User"="anna"',
      '"IMAP Use SPA"=dword:00000001',
      '"SMTP Server"="smtp.example.org"',
      '"SMTP Port"=dword:0000024b',
      '"SMTP Secure Connection"=dword:00000002',
      '"SMTP Use Auth"=dword:00000001',
      String.raw`[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook\Setup]`,
      '"Email"="none@example.org"',
    ].join('\r\n'),
    [
      [
        'anna <anna@example.org>',
        'imap anna imap.example.org:993 tls spa',
        'smtp anna smtp.example.org:587 starttls spa',
      ],
    ],
  ],
  [
    'two accounts of which one has its own server for sending, and a feed',
    'thunderbird',
    [
      'user_pref("mail.accountmanager.accounts", "account1,account2,account3");',
      'user_pref("mail.account.account1.server", "server1");',
      'user_pref("mail.account.account1.identities", "id1,id9");',
      'user_pref("mail.server.server1.type", "imap");',
      'user_pref("mail.server.server1.hostname", "old.example.org");',
      'user_pref("mail.server.server1.realhostname", "imap.example.org");',
      'user_pref("mail.server.server1.userName", "anna");',
      'user_pref("mail.server.server1.socketType", 3);',
      'user_pref("mail.server.server1.authMethod", 4);',
      'user_pref("mail.identity.id1.useremail", "anna@example.org");',
      'user_pref("mail.identity.id1.smtpServer", "smtp2");',
      'user_pref("mail.smtp.defaultserver", "smtp1");',
      'user_pref("mail.smtpserver.smtp1.hostname", "smtp.example.net");',
      'user_pref("mail.smtpserver.smtp2.hostname", "smtp.example.org");',
      'user_pref("mail.smtpserver.smtp2.try_ssl", 2);',
      'user_pref("mail.smtpserver.smtp2.authMethod", 1);',
      'user_pref("mail.account.account2.server", "server2");',
      'user_pref("mail.server.server2.type", "rss");',
      'user_pref("mail.account.account3.server", "server3");',
      'user_pref("mail.account.account3.identities", "id3");',
      'user_pref("mail.server.server3.type", "pop3");',
      'user_pref("mail.server.server3.hostname", "pop.example.net");',
      'user_pref("mail.server.server3.socketType", 0);',
    ].join('\n'),
    [
      [
        'account1 <anna@example.org>',
        'imap anna imap.example.org:993 tls challenge',
        'smtp - smtp.example.org:587 starttls none',
      ],
      [
        'account3 <->',
        'pop3 - pop.example.net:110 none password',
        'smtp - smtp.example.net:587 none password',
      ],
    ],
  ],
  [
    'accounts that GNOME arranges itself, one that is off, and a port behind the host',
    'gnome-online-accounts',
    `[Account account_1_0]
Provider=google
Identity=anna@gmail.com
MailEnabled=true

[Account account_2_0]
Provider=imap_smtp
Identity=anna@example.org
PresentationIdentity=Work
Enabled=true
EmailAddress=anna@example.org
ImapHost=mail.example.org:1143
ImapUserName=DOM_anna
ImapUseSsl=false
ImapUseTls=true
SmtpHost=mail.example.org
SmtpUseAuth=false
SmtpUseSsl=true
SmtpAcceptSslErrors=true

[Account account_3_0]
Provider=imap_smtp
Enabled=false
ImapHost=off.example.org
`,
    [
      [
        'Work <anna@example.org>',
        'imap DOM_anna mail.example.org:1143 starttls password',
        'smtp - mail.example.org:465 tls none unchecked',
      ],
    ],
  ],
  [
    'a token, a server without encryption and a damaged account',
    'mailspring',
    JSON.stringify({
      '*': {
        accounts: [
          {
            provider: 'gmail',
            emailAddress: 'anna@gmail.com',
            settings: {
              imap_host: 'imap.gmail.com',
              imap_port: '993',
              imap_username: 'anna@gmail.com',
              imap_security: 'SSL / TLS',
            },
          },
          { emailAddress: 'b@example.org', settings: { imap_host: 'b.example.org', imap_security: 'none' } },
          'x',
        ],
      },
    }),
    [
      ['anna@gmail.com <anna@gmail.com>', 'imap anna@gmail.com imap.gmail.com:993 tls oauth'],
      ['b@example.org <b@example.org>', 'imap - b.example.org:143 none any'],
    ],
  ],
]

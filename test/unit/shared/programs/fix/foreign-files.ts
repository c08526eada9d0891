import type { ReadableClient } from '#shared/programs/readers/readers.ts'

/** A file as other people write it, and what is done to it: lines that go with `-` before them and lines that come with `+`. */
export type ForeignFile = readonly [
  what: string,
  client: ReadableClient,
  text: string,
  change: readonly string[],
]

const MSMTP_DEFAULTS = `# my mail
defaults
auth           on
tls            off   
logfile        ~/.msmtp.log

account gmx   # not a comment for msmtp
host           mail.gmx.net
port           587
from           "anna@gmx.net"
user           anna@gmx.net
passwordeval   "gpg -d ~/.secret"

account other
host mail.example.org
from anna@example.org
`

export const FOREIGN_FILES: readonly ForeignFile[] = [
  [
    'a default that is wrong for one account is said anew in that one',
    'msmtp',
    MSMTP_DEFAULTS.replace('   # not a comment for msmtp', ''),
    ['+tls on'],
  ],
  [
    'an alias follows its account',
    'msmtp',
    'account gmx\nhost mail.gmx.net\nport 465\nfrom anna@gmx.net\nauth on\ntls on\nuser anna@gmx.net\n\naccount default : gmx\n',
    ['+tls_starttls off'],
  ],
  [
    'the quotes of a value, and blanks between the columns',
    'msmtp',
    'account a\n  host   "mial.gmx.net"\n  port   587\n  from   anna@gmx.net\n  tls    on\n  auth   on\n  user   "anna@gmx.net"\n',
    ['-  host   "mial.gmx.net"', '+  host   "mail.gmx.net"'],
  ],
  [
    'a file without a last line break',
    'msmtp',
    'account a\nhost mail.gmx.net\nport 465\nfrom anna@gmx.net\nauth on\nuser anna@gmx.net\ntls on',
    ['+tls_starttls off'],
  ],
  [
    'line breaks of Windows',
    'msmtp',
    'account a\r\nhost mail.gmx.net\r\nport 465\r\nfrom anna@gmx.net\r\ntls on\r\nauth on\r\nuser anna@gmx.net\r\n\r\n# end\r\n',
    ['+tls_starttls off'],
  ],
  [
    'a new line stands within the section, which an empty line ends',
    'mbsync',
    'IMAPAccount a\nHost imap.gmx.net\nPort 993\nUser anna@gmx.net\nPassCmd "pass x"\n\nIMAPStore a-remote\nAccount a\n',
    ['+SSLType IMAPS'],
  ],
  [
    'the older name of a word',
    'mbsync',
    'IMAPAccount a\nHost imap.gmx.net\nPort 993\nUser anna@gmx.net\nAuthMech XOAUTH2\nSSLType IMAPS\n',
    ['-AuthMech XOAUTH2', '+AuthMech *'],
  ],
  [
    'a value of several lines at the end of a section',
    'offlineimap',
    "[Account a]\nremoterepository = r\n\n[Repository r]\ntype=IMAP\nremotehost=imap.gmx.net\nremoteport=993\nremoteuser=anna@gmx.net\nfolderfilter=lambda name: name not in [\n  'Spam',\n  'x=y']\n\n[Repository l]\ntype=Maildir\n",
    ['+sslcacertfile=OS-DEFAULT'],
  ],
  [
    'SSL/TLS for a program that has no STARTTLS, on the port of it',
    'getmail',
    '[retriever]\ntype = MultidropIMAPRetriever\nserver = imap.gmx.net\nport = 143\nusername = anna@gmx.net\n; end\n[destination]\ntype = Maildir\n',
    [
      '-type = MultidropIMAPRetriever',
      '+type = MultidropIMAPSSLRetriever',
      '-port = 143',
      '+port = 993',
      '+ca_certs = /etc/ssl/certs/ca-certificates.crt',
    ],
  ],
  [
    'one of several variables on a line, and a password in the URL',
    'neomutt',
    `set from="Anna <anna@gmx.net>" realname='Anna'  # me
set folder="imaps://imap.gmx.net/" imap_user=anna@gmx.net imap_pass="hush hush"
set smtp_url='smtps://anna%40gmx.net:hush@mail.gmx.net:587/'
macro index x "<enter>"
`,
    [
      "-set smtp_url='smtps://anna%40gmx.net:•••@mail.gmx.net:587/'",
      "+set smtp_url='smtp://anna%40gmx.net:•••@mail.gmx.net:587/'",
    ],
  ],
  [
    'a variable that was taken back is set at the end',
    'neomutt',
    'set from=anna@gmx.net\nset imap_user=anna@gmx.net folder=imaps://imap.gmx.net\nunset ssl_force_tls\nset smtp_url=smtp://anna%40gmx.net@mail.gmx.net:587\n',
    ['+set ssl_force_tls = yes'],
  ],
  [
    'a value on a line that goes on in the next one',
    'neomutt',
    'set from=anna@gmx.net \\\n  folder=imaps://imap.gmx.net:995 \\\n  imap_user=anna@gmx.net\n',
    ['-  folder=imaps://imap.gmx.net:995 \\', '+  folder=imaps://imap.gmx.net:993 \\'],
  ],
  [
    'what older versions need besides is written, too',
    'aerc',
    '[gmx]\nfrom = Anna <anna@gmx.net>\noutgoing = smtps://anna%40gmx.net@mail.gmx.net:587\noutgoing-cred-cmd = pass x\n\n[Local]\nsource = maildir://~/Mail\n',
    [
      '-outgoing = smtps://anna%40gmx.net@mail.gmx.net:587',
      '+outgoing = smtp://anna%40gmx.net@mail.gmx.net:587',
      '+smtp-starttls = yes',
    ],
  ],
  [
    'literal strings, a comment behind a value, and tables',
    'himalaya',
    "[accounts.gmx] # mine\nemail = 'anna@gmx.net'\nbackend.type = 'imap'\nbackend.host = 'imap.gmx.net'\nbackend.port = 993\nbackend.encryption.type = 'start-tls' # ?\nbackend.login = 'anna@gmx.net'\nbackend.auth.type = 'password'\nbackend.auth.raw = 'hush'\n",
    ["-backend.encryption.type = 'start-tls' # ?", "+backend.encryption.type = 'tls' # ?"],
  ],
  [
    'a key that is missing stands beside the others of its server',
    'himalaya',
    '[accounts.a.smtp]\nserver = "smtp://mail.gmx.net:587"\nsasl.plain.username = "anna@gmx.net"\n\n[accounts.b]\nemail = "b@example.org"\n',
    ['+starttls = true'],
  ],
  [
    'one user of two on a server, with a password and a comment on the line',
    'fetchmail',
    `defaults proto imap
poll imap.gmx.net # the best
  user "anna@gmx.net" there with password "hush # hush" is anna here # me
  user 'anna@gmx.net' password hush ssl keep
`,
    [
      '-  user "anna@gmx.net" there with password ••• is anna here # me',
      `+  user "anna@gmx.net" there with password ••• is anna here sslproto 'TLS1.2+' # me`,
    ],
  ],
  [
    'what the defaults say is taken back for one user',
    'fetchmail',
    'defaults proto imap ssl\npoll imap.gmx.net service 143 user "anna@gmx.net"\npoll b.example.org user bert\n',
    [
      '-poll imap.gmx.net service 143 user "anna@gmx.net"',
      `+poll imap.gmx.net service 143 user "anna@gmx.net" no ssl sslproto 'TLS1.2+'`,
    ],
  ],
  [
    'a host that was changed later, comments and statements of others',
    'thunderbird',
    `// Mozilla User Preferences
user_pref("mail.accountmanager.accounts", "account2,account1"); /* two */
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account2.server", "server2");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.identity.id1.useremail", "anna@gmx.net");
user_pref("mail.server.server2.type", "none");
user_pref("mail.server.server1.type", "imap");
user_pref("mail.server.server1.hostname", "imap.example.org");
user_pref("mail.server.server1.realhostname", 'imap.gmx.nte');
user_pref("mail.server.server1.userName", "anna@gmx.net");
user_pref("mail.server.server1.socketType", 3);
gibberish
`,
    [
      `-user_pref("mail.server.server1.realhostname", 'imap.gmx.nte');`,
      '+user_pref("mail.server.server1.realhostname", "imap.gmx.net");',
    ],
  ],
]

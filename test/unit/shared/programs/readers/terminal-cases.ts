import type { ReaderCase } from './told.ts'

/** Files of programs of the terminal, as other people write them. */
export const TERMINAL_CASES: readonly ReaderCase[] = [
  [
    'defaults, inheritance, an alias and a password that is left alone',
    'msmtp',
    `# mail
defaults
auth           on
tls            on
tls_certcheck  off
logfile        ~/.msmtp.log

account base
host smtp.example.org
from anna@example.org
port 587
user anna@example.org
passwordeval "gpg -d x"

account second : base
from "berg@example.org"
auth cram-md5
tls_starttls off
port 465

account default : base
`,
    [
      ['base <anna@example.org>', 'smtp anna@example.org smtp.example.org:587 starttls any unchecked'],
      ['second <berg@example.org>', 'smtp anna@example.org smtp.example.org:465 tls challenge unchecked'],
    ],
  ],
  [
    'no encryption and no sign-in where nothing is said',
    'msmtp',
    'account a\nhost mail.example.org\n',
    [['a <->', 'smtp - mail.example.org:25 none none']],
  ],
  [
    'two accounts, a store with a server, comments and quotes',
    'mbsync',
    `IMAPAccount one
Host imap.example.org
User "anna \\"x\\" berg"
PassCmd "pass mail"
SSLType IMAPS
AuthMechs CRAM-MD5

IMAPStore one-remote
Account one

MaildirStore local
Path ~/Mail/
Host none.example.org

IMAPStore two
Host mail.example.net
User bert@example.net
TLSType None
`,
    [
      ['one <->', 'imap anna "x" berg imap.example.org:993 tls challenge'],
      ['two <bert@example.net>', 'imap bert@example.net mail.example.net:143 none any'],
    ],
  ],
  [
    'Gmail by its type, and STARTTLS where it is offered',
    'offlineimap',
    `[general]
accounts = g, w
[Account g]
remoterepository: none
[Account w]
localrepository = l
remoterepository = r
[Repository r]
type = IMAP
remotehost = imap.example.org
remoteuser = a%%b
ssl = no
[Account z]
remoterepository = gr
[Repository gr]
type = Gmail
remoteuser = anna@gmail.com
sslcacertfile = OS-DEFAULT
`,
    [
      ['w <->', 'imap a%b imap.example.org:143 if-offered any unchecked'],
      ['z <anna@gmail.com>', 'imap anna@gmail.com imap.gmail.com:993 tls any'],
    ],
  ],
  [
    'POP3 without encryption',
    'getmail',
    '[retriever]\ntype = SimplePOP3Retriever\nserver = pop.example.org\nusername = anna\npassword = x\n',
    [['anna <->', 'pop3 anna pop.example.org:110 none password']],
  ],
  [
    'two users of a server on one line, a name with a number sign, other words',
    'fetchmail',
    `set daemon 300
defaults proto pop3
poll mail.example.org with
  user "anna#1" there with password "x # y" is anna here ssl no sslcertck
  user 'bert' password p ssl # home
skip other.example.org via real.example.org proto imap user c sslproto tls1+
`,
    [
      ['mail.example.org <->', 'pop3 anna#1 mail.example.org:995 tls any unchecked'],
      ['mail.example.org <->', 'pop3 bert mail.example.org:995 tls any'],
      ['other.example.org <->', 'imap c real.example.org:143 starttls any'],
    ],
  ],
  [
    'several on a line, quotes, an @ in the user name and a denied option',
    'neomutt',
    `set from="Anna <anna@example.org>" realname='Anna'  # me
set folder="imaps://imap.example.org/" imap_user=anna@example.org
set smtp_url='smtp://anna@example.org@smtp.example.org:587/'
set nossl_force_tls
set smtp_authenticators = "cram-md5"
`,
    [
      [
        'anna@example.org <anna@example.org>',
        'imap anna@example.org imap.example.org:993 tls any',
        'smtp anna@example.org smtp.example.org:587 if-offered challenge',
      ],
    ],
  ],
  [
    'a requirement that goes before what is said of STARTTLS',
    'neomutt',
    'set from=anna@example.org folder=imap://anna@imap.example.org\nunset ssl_starttls\n',
    [['anna@example.org <anna@example.org>', 'imap anna imap.example.org:143 starttls any']],
  ],
  [
    'no encryption at all, as versions from 0.15 on are told',
    'aerc',
    '[a]\nfrom = anna@example.org\noutgoing = smtp+insecure+login://anna@127.0.0.1:1025\n',
    [['a <anna@example.org>', 'smtp anna 127.0.0.1:1025 none password']],
  ],
  [
    'variables of the user, and a password that is worked out elsewhere',
    'neomutt',
    `set my_user = "anna@example.org"
set my_pass = "\`gpg -d x\`"
set from = $my_user
set folder = "imaps://$my_user@imap.example.org"
set smtp_url = "smtps://$my_user:$my_pass@smtp.example.org"
`,
    [
      [
        'anna@example.org <anna@example.org>',
        'imap anna@example.org imap.example.org:993 tls any',
        'smtp anna@example.org smtp.example.org:465 tls any',
      ],
    ],
  ],
  [
    'two accounts, one of which lies on the disk',
    'aerc',
    `[Work]
source = imap://anna%40example.org@imap.example.org
outgoing = smtp+login://anna%40example.org:secret@smtp.example.org
from = Anna <anna@example.org>
[Local]
source = maildir://~/Mail
outgoing = /usr/sbin/sendmail
`,
    [
      [
        'Work <anna@example.org>',
        'imap anna@example.org imap.example.org:143 starttls password',
        'smtp anna@example.org smtp.example.org:587 starttls password',
      ],
    ],
  ],
  [
    'version 1',
    'himalaya',
    `[accounts.work]
email = "anna@example.org" # mine
backend.type = "imap"
backend.host = 'imap.example.org'
backend.port = 993
backend.encryption.type = "tls"
backend.login = "anna@example.org"
backend.auth.type = "password"
[accounts.work.message.send.backend]
type = "smtp"
host = "smtp.example.org"
port = 587
encryption.type = "start-tls"
login = "anna@example.org"
auth.type = "oauth2"
`,
    [
      [
        'work <anna@example.org>',
        'imap anna@example.org imap.example.org:993 tls password',
        'smtp anna@example.org smtp.example.org:587 starttls oauth',
      ],
    ],
  ],
]

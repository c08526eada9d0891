import { ALL, by, type ServerCase } from './cases.ts'
import type { Behaviour } from '../support/behaviour.ts'

const refusal = (
  name: string,
  id: string,
  code: ServerCase['code'],
  login: Readonly<Record<'smtp' | 'imap' | 'pop3', string | null>>,
): ServerCase => ({
  id,
  name,
  protocols: ALL.filter((protocol) => login[protocol] !== null),
  security: 'tls',
  behaviour: (protocol): Behaviour => ({ login: login[protocol] ?? '' }),
  code,
  passwordSent: 'yes',
})

/** Everything a server can say to name and password, in the words of real ones. */
export const LOGIN_CASES: readonly ServerCase[] = [
  {
    id: '9c',
    name: 'the server accepts before it has seen the password',
    protocols: ALL,
    security: 'tls',
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 AUTH LOGIN', login: '235 2.7.0 welcome' },
      imap: { greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready', login: '{tag} OK welcome' },
      pop3: { capabilities: '+OK\r\nSASL LOGIN\r\n.', login: '+OK welcome' },
    }),
    code: 'AUTH_UNVERIFIED',
    passwordSent: 'no',
  },
  {
    id: '26',
    name: 'only mechanisms that Mailwright does not support are offered',
    protocols: ALL,
    security: 'tls',
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 AUTH GSSAPI NTLM' },
      imap: { greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=GSSAPI AUTH=NTLM LOGINDISABLED] hi' },
      pop3: { capabilities: '+OK\r\nSASL GSSAPI NTLM\r\n.' },
    }),
    code: 'AUTH_NONE_USABLE',
    passwordSent: 'no',
  },
  refusal('the password is wrong', '27', 'AUTH_REJECTED', {
    smtp: '535 5.7.8 Error: authentication failed: (reason unavailable)',
    imap: '{tag} NO [AUTHENTICATIONFAILED] Authentication failed.',
    pop3: '-ERR [AUTH] Authentication failed.',
  }),
  refusal('the password is wrong, said without a code', '27b', 'AUTH_REJECTED', {
    smtp: '535 Incorrect authentication data',
    imap: '{tag} NO Login failed: authentication failure',
    pop3: '-ERR Invalid login or password',
  }),
  refusal('an app password is required', '28', 'AUTH_APP_PASSWORD', {
    smtp: '534-5.7.9 Application-specific password required. Learn more at\r\n534 5.7.9 https://evil.example/ x - gsmtp',
    imap: '{tag} NO [ALERT] Application-specific password required: https://evil.example/ (Failure)',
    pop3: '-ERR [AUTH] Application-specific password required',
  }),
  refusal('a sign-in with the browser is required first', '28b', 'AUTH_WEB_LOGIN', {
    smtp: '534-5.7.14 <https://evil.example/> Please log in via your web browser and\r\n534 5.7.14 then try again. x - gsmtp',
    imap: '* NO [WEBALERT https://evil.example/] Web login required.\r\n{tag} NO [ALERT] Please log in via your web browser',
    pop3: '-ERR [AUTH] Web login required: https://evil.example/',
  }),
  refusal('the server has a problem of its own', '29', 'SERVER_BUSY', {
    smtp: '454 4.7.0 Temporary authentication failure',
    imap: '{tag} NO [UNAVAILABLE] Temporary authentication failure.',
    pop3: '-ERR [SYS/TEMP] Temporary authentication failure',
  }),
  refusal('too many attempts', '30', 'AUTH_LOCKED', {
    smtp: '421 4.7.0 Too many login attempts, try later',
    imap: '{tag} NO [LIMIT] Too many login attempts, wait a while',
    pop3: '-ERR Too many failed logins',
  }),
  refusal('the server points to another one', '31', 'AUTH_REFERRAL', {
    smtp: null,
    imap: '{tag} NO [REFERRAL IMAP://;AUTH=*@evil.example/] Try there',
    pop3: null,
  }),
  refusal('password sign-in is switched off', 'E5', 'AUTH_BASIC_DISABLED', {
    smtp: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    imap: null,
    pop3: null,
  }),
  refusal('the account is suspended', 'RFC 5530', 'AUTH_SUSPENDED', {
    smtp: '525 5.7.13 Account disabled',
    imap: '{tag} NO [CONTACTADMIN] Account suspended',
    pop3: null,
  }),
  refusal('the password has expired', 'RFC 5530', 'AUTH_EXPIRED', {
    smtp: null,
    imap: '{tag} NO [EXPIRED] Change it',
    pop3: null,
  }),
  refusal('the mechanism is not accepted', 'MM954', 'AUTH_MECHANISM', {
    smtp: '504 5.7.4 Unrecognized authentication type',
    imap: null,
    pop3: null,
  }),
  refusal('encryption is required first', 'RFC 5530', 'AUTH_ENCRYPTION_REQUIRED', {
    smtp: '530 5.7.0 Must issue a STARTTLS command first',
    imap: '{tag} NO [PRIVACYREQUIRED] Plaintext authentication disallowed',
    pop3: null,
  }),
  refusal('a sign-in is required first', '5.7.57', 'AUTH_REQUIRED', {
    smtp: '530 5.7.57 Client not authenticated to send mail',
    imap: null,
    pop3: null,
  }),
  refusal('a refusal of an unknown kind', 'new', 'REPLY_UNKNOWN', {
    smtp: '571 5.9.9 The stars are wrong',
    imap: '{tag} NO [STARS] The stars are wrong',
    pop3: '-ERR [STARS] The stars are wrong',
  }),
  {
    id: 'loop',
    name: 'a server that goes on asking forever',
    protocols: ['smtp', 'pop3'],
    security: 'tls',
    behaviour: (protocol) => ({
      login: async ({ conversation }) => {
        const again = by({ smtp: '334 ', imap: '+ ', pop3: '+ ' })(protocol)
        do conversation.send(again)
        while ((await conversation.readLine()) !== null)
      },
    }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'yes',
  },
  {
    id: 'R5',
    name: 'the sign-in works and the mailbox does not open',
    protocols: ['imap', 'pop3'],
    security: 'tls',
    behaviour: by({
      smtp: {},
      imap: { mailbox: '{tag} NO [SERVERBUG] Internal error' },
      pop3: { mailbox: '-ERR [SYS/PERM] broken' },
    }),
    code: 'MAILBOX_BROKEN',
    passwordSent: 'yes',
  },
]

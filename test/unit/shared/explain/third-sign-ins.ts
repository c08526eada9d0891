import type { HeardCase } from './heard-case.ts'

/** Refusals of sign-ins, as the servers of the public put them. */
export const THIRD_SIGN_INS: readonly HeardCase[] = [
  ['535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', ['AUTH_REJECTED']],
  [
    '535 5.7.8 Error: authentication failed: another step is needed in authentication',
    ['AUTH_REJECTED', 'AUTH_MECHANISM', 'REPLY_UNKNOWN'],
  ],
  ['454 4.7.0 Temporary authentication failure: Connection lost to authentication server', ['SERVER_BUSY']],
  ['535 5.7.8 Error: authentication failed: no mechanism available', ['AUTH_MECHANISM', 'AUTH_NONE_USABLE']],
  [
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials abc123 - gsmtp',
    ['AUTH_REJECTED', 'AUTH_APP_PASSWORD'],
  ],
  [
    '534-5.7.9 Application-specific password required. Learn more at\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor',
    ['AUTH_APP_PASSWORD'],
  ],
  [
    '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1> Please log in via your web browser and then try again.\n534 5.7.14 Learn more at https://support.google.com/mail/answer/78754',
    ['AUTH_WEB_LOGIN'],
  ],
  ['NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', ['AUTH_REJECTED']],
  [
    'a1 NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
    ['AUTH_APP_PASSWORD'],
  ],
  [
    'NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
  ['NO [ALERT] Too many simultaneous connections. (Failure)', ['SERVER_BUSY']],
  [
    'NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)',
    ['AUTH_LOCKED', 'SERVER_BUSY', 'SEND_RATE'],
  ],
  ['-ERR [AUTH] Web login required: https://support.google.com/mail/answer/78754', ['AUTH_WEB_LOGIN']],
  [
    '-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your Gmail settings page and enable your account for POP access.',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
  ['-ERR [IN-USE] Unable to lock maildrop: Mailbox is locked by POP server', ['SERVER_BUSY']],
  ['-ERR [LOGIN-DELAY] minimum time between mail checks violation', ['AUTH_LOCKED', 'SERVER_BUSY']],
  [
    '535 5.7.3 Authentication unsuccessful [AM0PR01CA0123.eurprd01.prod.exchangelabs.com 2026-11-01T10:00:00.000Z 08DD]',
    ['AUTH_REJECTED', 'AUTH_SMTP_DISABLED_MAILBOX', 'AUTH_SMTP_DISABLED_TENANT', 'AUTH_BASIC_DISABLED'],
  ],
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ['AUTH_SMTP_DISABLED_TENANT'],
  ],
  [
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    ['AUTH_CONDITIONAL_ACCESS'],
  ],
  [
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    ['AUTH_SECURITY_DEFAULTS'],
  ],
  ['535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', ['AUTH_BASIC_DISABLED']],
  ['550 5.7.30 Basic authentication is not supported for Client Submission.', ['AUTH_BASIC_DISABLED']],
  ['BAD User is authenticated but not connected.', ['AUTH_PROTOCOL_DISABLED', 'AUTH_NOT_PERMITTED']],
  ['a002 NO LOGIN failed.', ['AUTH_REJECTED']],
  ['* BYE Connection is closed. 13', ['NET_RESET', 'SERVER_BUSY', 'REPLY_UNKNOWN', 'SERVER_REJECTED']],
  ['NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials', ['AUTH_REJECTED']],
  ['535 5.7.0 (#AUTH005) Too many bad auth attempts.', ['AUTH_APP_PASSWORD', 'AUTH_LOCKED']],
  [
    'NO [AUTHORIZATIONFAILED] AUTHENTICATE Please verify your account by going to https://login.yahoo.com',
    ['AUTH_WEB_LOGIN', 'AUTH_SUSPENDED'],
  ],
  ['NO [LIMIT] LOGIN Rate limit hit', ['AUTH_LOCKED', 'SERVER_BUSY']],
  ['NO [UNAVAILABLE] LOGIN Server error - Please try again later', ['SERVER_BUSY']],
  ['535 5.7.0 (#MBR1212) Incorrect username or password.', ['AUTH_REJECTED']],
  ['535 Error: authentication failed, system busy', ['SERVER_BUSY']],
  [
    '535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com/detail/0/53',
    ['AUTH_APP_PASSWORD'],
  ],
  [
    '535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.',
    ['REPLY_UNKNOWN', 'AUTH_REJECTED', 'AUTH_APP_PASSWORD'],
  ],
  ['550 User has no permission', ['AUTH_PROTOCOL_DISABLED', 'AUTH_NOT_PERMITTED']],
  ['535 Error: authentication failed', ['AUTH_REJECTED']],
  [
    'NO SELECT Unsafe Login. Please contact kefu@188.com for help',
    ['AUTH_NOT_PERMITTED', 'AUTH_WEB_LOGIN', 'AUTH_PROTOCOL_DISABLED', 'AUTH_SUSPENDED', 'MAILBOX_BROKEN'],
  ],
  ['NO LOGIN Login error or password error', ['AUTH_REJECTED']],
  ['-ERR ERR.LOGIN.REQCODE Please using authorized code to login.', ['AUTH_APP_PASSWORD']],
  ['-ERR Unable to log on', ['AUTH_REJECTED']],
  ['535 5.7.8 Error: authentication failed: Invalid user or password! 1611234567-abcdef', ['AUTH_REJECTED']],
  [
    '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
  ['NO [AUTHENTICATIONFAILED] AUTHENTICATE Application password is REQUIRED', ['AUTH_APP_PASSWORD']],
  [
    '535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED',
    ['AUTH_APP_PASSWORD'],
  ],
  [
    'NO [ALERT] IMAP access is disabled for your account. Please enable it in the Zoho Mail settings',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
  [
    'a1 NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
  [
    '554 5.7.8 Access Restricted',
    ['AUTH_NOT_PERMITTED', 'AUTH_SUSPENDED', 'AUTH_PROTOCOL_DISABLED', 'REPLY_UNKNOWN', 'SEND_BLOCKED'],
  ],
  ['535 Authentication credentials invalid', ['AUTH_REJECTED']],
  ['535 Authentication Credentials Invalid', ['AUTH_REJECTED']],
  ['535 Incorrect authentication data', ['AUTH_REJECTED']],
  ['535 5.7.8 Bad username or password (Authentication failed).', ['AUTH_REJECTED']],
  ['535 authorization failed (#5.7.0)', ['AUTH_REJECTED']],
  [
    '535 #5.7.8 Authentication failed for user, Login attempt from blocked country',
    ['AUTH_NOT_PERMITTED', 'AUTH_CONDITIONAL_ACCESS', 'AUTH_LOCKED', 'SERVER_REJECTED', 'AUTH_SUSPENDED'],
  ],
  ['530 5.7.0 Must issue a STARTTLS command first.', ['AUTH_ENCRYPTION_REQUIRED', 'STARTTLS_MISSING']],
  ['530 5.7.1 Authentication required', ['AUTH_REQUIRED']],
  ['530 5.7.57 Client not authenticated to send mail.', ['AUTH_REQUIRED']],
  ['504 5.7.4 Unrecognized authentication type', ['AUTH_MECHANISM']],
  [
    '503 5.5.1 Error: authentication not enabled',
    ['AUTH_NONE_USABLE', 'AUTH_MECHANISM', 'STARTTLS_MISSING', 'AUTH_ENCRYPTION_REQUIRED'],
  ],
  ['538 5.7.11 Encryption required for requested authentication mechanism', ['AUTH_ENCRYPTION_REQUIRED']],
  [
    '* BAD [ALERT] Plaintext authentication not allowed without SSL/TLS, but your client did it anyway. If anyone was listening, the password was exposed.',
    ['AUTH_ENCRYPTION_REQUIRED'],
  ],
  [
    'a NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    ['AUTH_ENCRYPTION_REQUIRED'],
  ],
  ['525 5.7.13 User account disabled', ['AUTH_SUSPENDED']],
  [
    '550 5.7.1 Your account has been suspended due to outgoing spam (while signing in)',
    ['AUTH_SUSPENDED', 'SEND_ACCOUNT_BLOCKED'],
  ],
  ['NO [EXPIRED] Password expired', ['AUTH_EXPIRED']],
  ['432 4.7.12 A password transition is needed', ['AUTH_EXPIRED', 'AUTH_MECHANISM', 'AUTH_WEB_LOGIN']],
  ['NO [CONTACTADMIN] Account is locked, please contact the helpdesk', ['AUTH_SUSPENDED']],
  ['NO Logon failure: account currently disabled.', ['AUTH_SUSPENDED']],
  ['-ERR Logon failure: unknown user name or bad password.', ['AUTH_REJECTED']],
  ['-ERR [SYS/TEMP] Internal error occurred. Refer to server log for more information.', ['SERVER_BUSY']],
  ['NO [INUSE] Too many connections from your IP', ['SERVER_BUSY']],
  ['* BYE Too many connections from the same IP', ['SERVER_BUSY']],
  ['421 4.7.0 mail.example.org Error: too many connections from 192.0.2.4', ['SERVER_BUSY']],
  [
    '421 4.7.0 mail.example.org Error: too many errors',
    [
      'SERVER_BUSY',
      'AUTH_LOCKED',
      'NET_RESET',
      'SERVER_REJECTED',
      'REPLY_UNKNOWN',
      'REPLY_BY_STATUS',
      'SEND_DELAYED',
    ],
  ],
  [
    'NO Error in IMAP command received by server.',
    ['REPLY_UNKNOWN', 'PROTO_GARBAGE', 'AUTH_REJECTED', 'AUTH_MECHANISM'],
  ],
  ['535 Benutzername oder Passwort falsch', ['AUTH_REJECTED']],
  ['535 5.7.8 Identifiant ou mot de passe incorrect', ['AUTH_REJECTED']],
  ['-ERR 登录失败,用户名或密码错误', ['AUTH_REJECTED']],
  [
    '535 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256',
    ['AUTH_APP_PASSWORD'],
  ],
  [
    'Ihr Konto ist für den Zugriff per POP3 und IMAP nicht freigeschaltet. Bitte aktivieren Sie den Zugriff in den Einstellungen.',
    ['AUTH_PROTOCOL_DISABLED'],
  ],
]

import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** What every server says in the same numbers and codes before it has let the client in, at any step but sending. */
export const STATE_OF_ACCOUNT: readonly ReplyLine[] = [
  // Too many attempts or connections (RFC 5530 LIMIT): trying again at once makes it worse.
  { means: 'AUTH_LOCKED', response: ['LIMIT'] },
  { means: 'AUTH_LOCKED', words: /too many/i },
  // RFC 5530 CONTACTADMIN, RFC 7372 5.7.13: the account exists and its provider has switched it off.
  { means: 'AUTH_SUSPENDED', response: ['CONTACTADMIN'] },
  { means: 'AUTH_SUSPENDED', code: [525] },
  // RFC 5530 EXPIRED, RFC 4954 432 4.7.12: right, but too old.
  { means: 'AUTH_EXPIRED', response: ['EXPIRED'] },
  { means: 'AUTH_EXPIRED', status: ['4.7.12'] },
  // RFC 2221: the server names another one. It is never followed: a reply may not choose which server gets the password.
  { means: 'AUTH_REFERRAL', response: ['REFERRAL'] },
  // Two errors of Cyrus SASL, in its own words and with `[AUTH]` in POP3: who judges passwords cannot be asked, and the
  // password is right but the account may not use the service.
  { means: 'SERVER_BUSY', words: /^(authenticating: )?generic failure$/i },
  { means: 'AUTH_NOT_PERMITTED', words: /^(authenticating: )?authorization failure$/i },
  // Courier's, when its own daemon for passwords does not answer; in POP3 without any code.
  { means: 'SERVER_BUSY', words: /^temporary problem, please try again later$/i },
]

/** What can stand behind Microsoft's one `535 5.7.139`: five switches in five places, or simply a wrong password. */
export const MICROSOFT_SWITCHES: readonly ReplyLine[] = [
  { means: 'AUTH_SMTP_DISABLED_TENANT', status: ['5.7.139'], words: /disabled for the tenant/i },
  { means: 'AUTH_SMTP_DISABLED_MAILBOX', status: ['5.7.139'], words: /disabled for the mailbox/i },
  { means: 'AUTH_SECURITY_DEFAULTS', status: ['5.7.139'], words: /security defaults/i },
  {
    means: 'AUTH_CONDITIONAL_ACCESS',
    status: ['5.7.139'],
    words: /did not meet the criteria|conditional access/i,
  },
  { means: 'AUTH_REJECTED', status: ['5.7.139'], words: /credentials were incorrect/i },
  { means: 'AUTH_BASIC_DISABLED', status: ['5.7.139', '5.7.30'] },
]

/** Words of providers that require a separately generated password (Google, Yahoo, Apple, GMX). */
export const APP_PASSWORD: readonly ReplyLine[] = [
  { means: 'AUTH_APP_PASSWORD', status: ['5.7.9'] },
  { means: 'AUTH_APP_PASSWORD', response: ['WEBALERT'] },
  {
    means: 'AUTH_APP_PASSWORD',
    words: /app(lication)?[- ]?specific password|app password|application password/i,
  },
]

export const ENCRYPTION_FIRST: readonly ReplyLine[] = [
  { means: 'AUTH_ENCRYPTION_REQUIRED', response: ['PRIVACYREQUIRED'] },
  { means: 'AUTH_ENCRYPTION_REQUIRED', code: [538] },
  { means: 'AUTH_ENCRYPTION_REQUIRED', words: /must issue a? ?starttls/i },
]

/** 504 5.7.4 says so by its code; Postfix uses 535 and Dovecot `[AUTH]`, as for a wrong password, and says it in words. */
export const MECHANISM_REFUSED: readonly ReplyLine[] = [
  { means: 'AUTH_MECHANISM', code: [504] },
  {
    means: 'AUTH_MECHANISM',
    words: /(invalid|unsupported|unrecognized) authentication (mechanism|type)/i,
  },
  // Cyrus SASL in its own words: what it lacks, and an exchange that it or the client broke off.
  {
    means: 'AUTH_MECHANISM',
    words:
      /mechanism (is )?(not (supported|available|allowed|enabled)|too weak)|no mechanism available|bad protocol \/ cancel|channel binding/i,
  },
]

/** RFC 5530 CANNOT, to a sign-in: the server cannot do it this way. */
export const CANNOT_SIGN_IN: ReplyLine = { means: 'AUTH_MECHANISM', response: ['CANNOT'] }

/** A final refusal whose words ask for a sign-in (`553 5.7.1 Sender address rejected: not logged in` at Postfix). */
export const SIGN_IN_WORDS: ReplyLine = {
  means: 'AUTH_REQUIRED',
  code: [550, 551, 552, 553, 554, 571],
  words:
    /authenticat(ion|e) (is )?(required|first)|must (first )?(authenticate|log ?in|sign ?in)|not logged in|please turn on smtp auth/i,
}

/** The server does nothing before a sign-in: 530 (RFC 4954 section 6), 503 where AUTH was expected first, or its words. */
export const SIGN_IN_FIRST: readonly ReplyLine[] = [
  { means: 'AUTH_REQUIRED', code: [530, 503] },
  SIGN_IN_WORDS,
  { means: 'AUTH_REQUIRED', code: [550, 551, 552, 553, 554, 571], words: /not authenticated/i },
]

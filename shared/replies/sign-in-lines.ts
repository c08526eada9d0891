import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** What every server says in the same numbers and codes before it has let the client in, at any step but sending. */
export const STATE_OF_ACCOUNT: readonly ReplyLine[] = [
  { means: 'AUTH_WEB_LOGIN', response: ['WEBALERT'] },
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

/** Signing in once with the browser opens the way again: Google's `[WEBALERT …]`, its 534 5.7.14, and its words. */
export const WEB_SIGN_IN: readonly ReplyLine[] = [
  { means: 'AUTH_WEB_LOGIN', status: ['5.7.14'], code: [534] },
  {
    means: 'AUTH_WEB_LOGIN',
    words:
      /log ?in (?:via|with|through|using) (?:your |a |the )?(?:web )?browser|web ?log-?in (?:is )?required|(?:sign|log) in to (?:your account|webmail)(?: first)?(?: to|[^.;]{0,30} continue)|to continue[^.;]{0,40}, please (?:sign|log) in to your account|verify your (?:account|identity)[^.;]{0,30}(?:https?:|by (?:going|visiting|signing|logging))/i,
  },
]

/** The server is content with neither the version of TLS nor a client that shows no certificate. */
export const TLS_OF_CLIENT: readonly ReplyLine[] = [
  { means: 'TLS_OLD', status: ['4.7.66', '5.7.66'] },
  {
    means: 'TLS_OLD',
    words:
      /TLS ?(?:v?1\.?[01](?: (?:and|or) (?:TLS ?)?v?1\.?1)?|versions? (?:older|below|before)[^.;]{0,20})[^.;]{0,30}\b(?:not|no longer) supported|(?:requires?|use|upgrade to) (?:at least )?TLS ?v?1\.[23]/i,
  },
  {
    means: 'TLS_CLIENT_CERT',
    words:
      /no client certificate(?: was)? (?:presented|provided|supplied|sent)|client certificate (?:is )?(?:required|not (?:presented|provided|supplied))|(?:must|please) (?:present|provide|supply) a (?:valid )?client certificate/i,
  },
]

/** Words of providers that require a separately generated password (Google, Yahoo, Apple, GMX). */
export const APP_PASSWORD: readonly ReplyLine[] = [
  { means: 'AUTH_APP_PASSWORD', status: ['5.7.9'] },
  {
    means: 'AUTH_APP_PASSWORD',
    words:
      /app(?:lication)?[- ]?specific password|app(?:lication)? ?password|device password|authori[sz](?:ation|ed) code(?! (?:is )?(?:wrong|incorrect))|anwendungs(?:spezifisches )?passwort|app-passwort|using weixin token|授权码/i,
  },
]

export const ENCRYPTION_FIRST: readonly ReplyLine[] = [
  { means: 'AUTH_ENCRYPTION_REQUIRED', response: ['PRIVACYREQUIRED'] },
  { means: 'AUTH_ENCRYPTION_REQUIRED', code: [538] },
  {
    means: 'AUTH_ENCRYPTION_REQUIRED',
    words:
      /must issue an? ?starttls|must issue starttls|(?:without|no) (?:ssl|tls|starttls|encryption)\b[^.;]{0,40}\bnot (?:allowed|permitted|accepted|supported)|(?:ssl|tls|starttls|encryption|encrypted connection|secure connection)(?: is| are)? (?:required|mandatory|needed)|requires? (?:an? )?(?:ssl|tls|starttls|encrypted|encryption|secure connection)|(?:only|issue) (?:over|after|a) (?:ssl|tls|starttls|encrypted)|verschlüsselung (?:ist )?erforderlich/i,
  },
]

/** The server takes AUTH and not this mechanism. Postfix uses 535 and Dovecot `[AUTH]`, as for a wrong password, and says it in words. */
export const MECHANISM_WORDS: readonly ReplyLine[] = [
  { means: 'AUTH_MECHANISM', status: ['5.7.4'], code: [501, 504, 535] },
  {
    means: 'AUTH_MECHANISM',
    words:
      /(?:invalid|unsupported|unrecogni[sz]ed|unknown) (?:sasl |auth(?:entication)? )(?:mechanism|type|method)|(?:mechanism|auth(?:entication)? (?:type|method))[^.;]{0,30}\b(?:not (?:supported|available|allowed|enabled|recogni[sz]ed|implemented)|unsupported|too weak|disabled)|no mechanism available|no worthy mechs/i,
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

/** A bare 504 is an answer about the mechanism where AUTH was the question (RFC 4954 section 4), and nowhere else. */
export const MECHANISM_REFUSED: readonly ReplyLine[] = [
  ...MECHANISM_WORDS,
  { means: 'AUTH_MECHANISM', code: [504] },
]

/** A final refusal whose words ask for a sign-in (`553 5.7.1 Sender address rejected: not logged in` at Postfix). */
export const SIGN_IN_WORDS: ReplyLine = {
  means: 'AUTH_REQUIRED',
  code: [550, 551, 552, 553, 554, 571],
  words:
    /authenticat(ion|e) (is )?(required|first)|must (first )?(authenticate|log ?in|sign ?in)|not logged in|please turn on smtp auth/i,
}

const ABOUT_SIGNING_IN = /^(?!.{0,200}already).{0,300}(?:auth|log ?in|logged in|sign(?:ed)? ?in|credential)/i

/** The server does nothing before a sign-in: 530 (RFC 4954 section 6), or its words, with which 503 comes as well. */
export const SIGN_IN_FIRST: readonly ReplyLine[] = [
  { means: 'AUTH_REQUIRED', code: [530] },
  { means: 'AUTH_REQUIRED', code: [503], words: ABOUT_SIGNING_IN },
  SIGN_IN_WORDS,
  { means: 'AUTH_REQUIRED', code: [550, 551, 552, 553, 554, 571], words: /not authenticated/i },
]

/**
 * A refusal without a number of its own is one of name and password only if its words do not speak of anything else.
 * SECURITY: alternatives alone, no repetition.
 */
const CREDENTIALS =
  /auth|log ?-?[io]n|logon|sign.?[io]n|pass|credential|user|account|name|identi|denied|invalid|incorrect|wrong|mismatch|fail|reject|refus|accepted|unknown|anmeld|kennwort|benutzer|ungültig|falsch|verweigert|zugang/i

/** Whether words that nothing else is known of may be about name and password. */
export function mayBeCredentials(words: string): boolean {
  return words.trim() === '' || CREDENTIALS.test(words)
}

import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { rejected, smtpReply, type DiagnosisCase, type Parts } from './situations.ts'

type Expected = readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]]

const SMTP = { protocol: 'smtp', port: 587, security: 'starttls' } as const

const said = (words: string, expected: Expected, more: Omit<Parts, 'fault'> = {}): DiagnosisCase => [
  `535 5.7.139 with a ${more.credential ?? 'password'}: ${words}`,
  {
    fault: rejected(smtpReply(535, '5.7.139', `Authentication unsuccessful, ${words}`)),
    endpoint: SMTP,
    provider: microsoft365,
    passwordSent: 'yes',
    ...more,
  },
  ...expected,
]
const token = { credential: 'token' } as const

const TENANT = ['AUTH_SMTP_DISABLED_TENANT', 'admin', 'ask-admin'] as const
const MAILBOX = ['AUTH_SMTP_DISABLED_MAILBOX', 'admin', 'ask-admin'] as const
const DEFAULTS = ['AUTH_SECURITY_DEFAULTS', 'you', 'oauth-sign-in'] as const
const CONDITIONS = ['AUTH_CONDITIONAL_ACCESS', 'admin', 'ask-admin'] as const

/** The number is always the same; only the words tell which switch it was. */
export const MICROSOFT_CASES: readonly DiagnosisCase[] = [
  said('SmtpClientAuthentication is disabled for the Tenant.', TENANT),
  said('SmtpClientAuthentication is disabled for the Tenant.', TENANT, token),
  said('SmtpClientAuthentication is disabled for the Mailbox.', MAILBOX),
  said('SmtpClientAuthentication is disabled for the Mailbox.', MAILBOX, token),
  said("user is locked by your organization's security defaults policy.", DEFAULTS),
  said('the user is LOCKED by Security Defaults.', DEFAULTS),
  said('the request did not meet the criteria to be authenticated successfully.', CONDITIONS),
  said('the request did not meet the criteria to be authenticated successfully.', CONDITIONS, token),
  said('access was blocked by Conditional Access.', CONDITIONS),
  said('basic authentication is disabled.', ['AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in']),
  said('in words that are not known', ['AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in']),
  said('the user credentials were incorrect.', ['AUTH_REJECTED', 'you', 'edit-password']),
]

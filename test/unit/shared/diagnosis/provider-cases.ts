import type { Provider } from '#shared/catalogue/provider.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { icloud } from '#shared/catalogue/providers/icloud.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { yahoo } from '#shared/catalogue/providers/yahoo.ts'
import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
import { imapReply, popReply, rejected, smtpReply, type DiagnosisCase, type Parts } from './situations.ts'

const APP = ['AUTH_APP_PASSWORD', 'you', 'app-password'] as const
const GONE = ['AUTH_BASIC_DISABLED', 'you', 'oauth-sign-in'] as const
const WRONG = ['AUTH_REJECTED', 'you', 'edit-password'] as const
const TOKEN = ['AUTH_TOKEN_REJECTED', 'you', 'oauth-sign-in'] as const
const SMTP = { protocol: 'smtp', port: 587, security: 'starttls' } as const
const POP3 = { protocol: 'pop3', port: 995 } as const

const wrongInSmtp = smtpReply(535, '5.7.3', 'Authentication unsuccessful')
const mistypedInSmtp = smtpReply(
  535,
  '5.7.139',
  'Authentication unsuccessful, the user credentials were incorrect.',
)
const wrongInImap = imapReply('AUTHENTICATIONFAILED')

const on = (
  date: string,
  provider: Provider,
  reply: ServerReply,
  expected: readonly [DiagnosisCase[2], DiagnosisCase[3], DiagnosisCase[4]],
  more: Omit<Parts, 'fault'> = {},
): DiagnosisCase => {
  const { protocol = 'imap' } = more.endpoint ?? {}
  const { code, enhanced, responseCode, text } = partsOf(reply)
  const said = [code, enhanced, responseCode, text].filter(Boolean).join(' ')
  const name = `${provider.id}, ${more.credential ?? 'password'} refused for ${protocol} on ${date}: ${said}`
  return [name, { fault: rejected(reply), provider, date, passwordSent: 'yes', ...more }, ...expected]
}

/** The same words of a server mean different things at different providers and on different days. */
export const PROVIDER_CASES: readonly DiagnosisCase[] = [
  on('2026-11-20', gmail, wrongInImap, APP),
  on('2026-11-20', gmail, smtpReply(535, '5.7.8'), APP, { endpoint: SMTP }),
  on('2026-11-20', gmail, popReply('AUTH'), APP, { endpoint: POP3 }),
  on('2026-11-20', gmail, wrongInImap, TOKEN, { credential: 'token' }),
  on('2026-11-20', gmail, wrongInImap, WRONG, { credential: 'none' }),
  on('2026-11-20', gmail, imapReply('UNAVAILABLE'), ['SERVER_BUSY', 'nobody', 'wait']),
  [
    'gmail, after a sister service was refused',
    { fault: { kind: 'refused-elsewhere', host: 'imap.gmail.com' }, provider: gmail, endpoint: SMTP },
    ...APP,
  ],
  on('2026-11-20', yahoo, wrongInImap, APP),
  on('2026-11-20', icloud, smtpReply(535, '5.7.8'), APP, { endpoint: SMTP }),
  on('2026-11-20', gmxNet, wrongInImap, WRONG),
  on('2026-11-20', gmxNet, smtpReply(535, '5.7.0'), WRONG, { endpoint: SMTP }),
  on('2026-11-20', gmxNet, imapReply(null, 'use an application-specific password'), APP),
  on('2024-09-15', outlook, wrongInImap, WRONG),
  on('2024-09-16', outlook, wrongInImap, GONE),
  on('2026-11-20', outlook, wrongInImap, GONE),
  on('2026-11-20', outlook, wrongInSmtp, GONE, { endpoint: SMTP }),
  on('2026-11-20', outlook, popReply('AUTH'), GONE, { endpoint: POP3 }),
  // A help page of theirs still speaks of app passwords, which ended on the same day.
  on('2026-11-20', outlook, popReply('AUTH', 'use an app password'), GONE, { endpoint: POP3 }),
  on('2026-11-20', outlook, wrongInImap, TOKEN, { credential: 'token' }),
  [
    'outlook, after a sister service was refused',
    {
      fault: { kind: 'refused-elsewhere', host: 'outlook.office365.com' },
      provider: outlook,
      endpoint: SMTP,
    },
    ...GONE,
  ],
  on('2022-12-31', microsoft365, wrongInImap, WRONG),
  on('2023-01-01', microsoft365, wrongInImap, GONE),
  on('2026-11-20', microsoft365, wrongInImap, GONE),
  on('2026-11-20', microsoft365, popReply('AUTH'), GONE, { endpoint: POP3 }),
  on('2026-11-20', microsoft365, wrongInSmtp, WRONG, { endpoint: SMTP }),
  on('2026-12-31', microsoft365, wrongInSmtp, WRONG, { endpoint: SMTP }),
  // Off unless an administrator has kept it on: the calendar cannot tell which.
  on('2027-01-01', microsoft365, wrongInSmtp, WRONG, { endpoint: SMTP }),
  on('2027-01-02', microsoft365, wrongInSmtp, WRONG, { endpoint: SMTP }),
  on('2026-12-31', microsoft365, mistypedInSmtp, WRONG, { endpoint: SMTP }),
  on('2027-01-02', microsoft365, mistypedInSmtp, WRONG, { endpoint: SMTP }),
  on('2030-01-02', microsoft365, mistypedInSmtp, WRONG, { endpoint: SMTP }),
  on('2026-11-20', outlook, mistypedInSmtp, WRONG, { endpoint: SMTP }),
  on('2026-11-20', microsoft365, smtpReply(535, '5.7.139'), GONE, { endpoint: SMTP }),
]

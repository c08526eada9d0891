import { expect, test } from 'vitest'
import { adviceAbout } from '#shared/catalogue/server-advice.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { adviceWords } from '#shared/i18n/advice-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const { t } = createTranslator('en')

const CASES: readonly (readonly [typed: ServerEndpoint, parts: readonly string[], date?: string])[] = [
  [
    { protocol: 'smtp', host: 'smtp.live.com', port: 587, security: 'starttls' },
    ['Did you mean smtp-mail.outlook.com?', 'smtp.live.com', 'Outlook.com'],
  ],
  [
    { protocol: 'smtp', host: 'smtp.office365.com', port: 465, security: 'tls' },
    ['Did you mean port 587?', 'port 465', 'Microsoft 365'],
  ],
  [
    { protocol: 'smtp', host: 'smtp.tutanota.com', port: 465, security: 'tls' },
    ['Tuta does not support mail programs'],
  ],
  [
    { protocol: 'imap', host: 'imap.mail.eu-west-1.awsapps.com', port: 993, security: 'tls' },
    ['Amazon WorkMail has closed', 'The service has ended'],
    '2027-04-01',
  ],
  [
    { protocol: 'imap', host: 'smtp.gmail.com', port: 993, security: 'tls' },
    ['smtp.gmail.com is for outgoing mail', 'The one for incoming mail (IMAP) is imap.gmail.com.'],
  ],
  [
    { protocol: 'smtp', host: 'imap.example.org', port: 465, security: 'tls' },
    ['sounds like an incoming server', 'The one for outgoing mail may be smtp.example.org.'],
  ],
  [
    { protocol: 'pop3', host: 'imap.mail.me.com', port: 995, security: 'tls' },
    [
      'imap.mail.me.com is for incoming mail (IMAP)',
      'Mailwright knows of none there for incoming mail (POP3).',
    ],
  ],
]

test.each(CASES.map(([typed, parts, date = '2026-11-27']) => ({ typed, parts, date })))(
  '$typed.host on $date is spoken about in the words of a person',
  ({ typed, parts, date }) => {
    const advice = adviceAbout(date, typed)
    if (advice === null) throw new Error('nothing to say')
    const { title, explanation } = adviceWords(typed, advice, t)
    for (const part of parts) expect(`${title} ${explanation}`).toContain(part)
  },
)

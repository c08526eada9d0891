import type { Provider } from '#shared/catalogue/provider.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'

export const EXAMPLE: Provider = {
  id: 'example',
  name: 'Example Mail',
  kind: 'mailbox',
  accountType: 'other',
  domains: ['example.org'],
  mx: ['mx.example.org'],
  servers: {
    imap: ['imap.example.org:993:tls', 'imap.example.org:143:starttls'],
    pop3: ['pop.example.org:995:tls'],
    smtp: ['smtp.example.org:465:tls'],
  },
  userName: 'address',
  signIn: [{ kind: 'password' }],
  pages: {},
  hints: [],
  retiredHosts: [],
  sources: [{ name: 'an example', date: '2026-11-20' }],
  comparedOn: '2026-11-20',
}

export function addressOf(text: string): EmailAddress {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`${text} is no address`)
  return address.value
}

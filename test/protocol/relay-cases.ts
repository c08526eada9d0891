import type { Code } from '#shared/finding/codes.ts'
import type { Behaviour, Turn } from '../support/behaviour.ts'

/** What a relay says to each command; what is left out is accepted. */
type Replies = Readonly<Partial<Record<'MAIL' | 'RCPT' | 'RSET', string>>>

/** A relay that announces no AUTH and answers as it is told. */
export function relay(replies: Replies, ...extensions: readonly string[]): Behaviour {
  return {
    capabilities: async ({ conversation, encrypted }: Turn) => {
      const names = [...(encrypted ? [] : ['STARTTLS']), ...extensions, 'SIZE 1000']
      const lines = ['mail.example.test', ...names]
      conversation.send(
        lines.map((name, at) => `250${at === lines.length - 1 ? ' ' : '-'}${name}`).join('\r\n'),
      )
    },
    unknown: async ({ conversation, line }: Turn) => {
      const verb = line.split(' ')[0] ?? ''
      conversation.send(replies[verb as keyof Replies] ?? '250 2.0.0 ok')
    },
  }
}

/** A relay, and what must come of asking it. */
export interface RelayCase {
  readonly name: string
  readonly replies: Replies
  readonly code: Code
}

export const RELAY_CASES: readonly RelayCase[] = [
  { name: 'takes mail', replies: {}, code: 'OK' },
  { name: 'forwards mail to another server', replies: { RCPT: '251 2.1.5 will forward' }, code: 'OK' },
  { name: 'does not know RSET', replies: { RSET: '502 5.5.1 no' }, code: 'OK' },
  {
    name: 'requires a sign-in',
    replies: { MAIL: '530 5.7.0 Authentication required' },
    code: 'AUTH_REQUIRED',
  },
  {
    name: 'requires a sign-in late',
    replies: { RCPT: '530 5.7.57 Client not authenticated' },
    code: 'AUTH_REQUIRED',
  },
  {
    name: 'requires a sign-in and says so in words',
    replies: { RCPT: '553 5.7.1 Sender address rejected: not logged in' },
    code: 'AUTH_REQUIRED',
  },
  { name: 'does not relay', replies: { RCPT: '554 5.7.1 Relay access denied' }, code: 'SEND_RELAY_DENIED' },
  {
    name: 'does not relay, says Exchange',
    replies: { RCPT: '550 5.7.54 Unable to relay' },
    code: 'SEND_RELAY_DENIED',
  },
  {
    name: 'knows no such address',
    replies: { RCPT: '550 5.1.1 User unknown' },
    code: 'SEND_RECIPIENT_UNKNOWN',
  },
  // The same words are about the sender at MAIL and about the recipient at RCPT.
  {
    name: 'knows no such sender',
    replies: { MAIL: '550 5.1.1 User unknown' },
    code: 'SEND_SENDER_UNKNOWN',
  },
  {
    name: 'has stopped the sender',
    replies: { MAIL: '550 5.2.1 This account is disabled' },
    code: 'SEND_ACCOUNT_BLOCKED',
  },
  {
    name: 'has closed the mailbox',
    replies: { RCPT: '550 5.2.1 This account is disabled' },
    code: 'SEND_RECIPIENT_DISABLED',
  },
  { name: 'is busy', replies: { MAIL: '451 4.3.0 later' }, code: 'SERVER_BUSY' },
  { name: 'is too busy for the recipient', replies: { RCPT: '450 4.2.0 later' }, code: 'SERVER_BUSY' },
  { name: 'closes', replies: { MAIL: '421 4.3.2 closing' }, code: 'SERVER_BUSY' },
  {
    name: 'refuses in words of its own',
    replies: { RCPT: '550 the stars are not right' },
    code: 'REPLY_UNKNOWN',
  },
  { name: 'answers with nonsense', replies: { MAIL: 'hello?' }, code: 'PROTO_GARBAGE' },
  { name: 'answers without end', replies: { RCPT: `250-${'x'.repeat(100_000)}` }, code: 'PROTO_TOO_BIG' },
]

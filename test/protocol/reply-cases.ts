import { ALL, by, type ServerCase } from './cases.ts'

const KILOBYTE = 1_024

/** Replies that are too much, too little or no replies at all. */
export const REPLY_CASES: readonly ServerCase[] = [
  {
    id: '9',
    name: 'PREAUTH inside TLS proves nothing',
    protocols: ['imap'],
    security: 'tls',
    behaviour: () => ({ greeting: '* PREAUTH welcome back' }),
    code: 'AUTH_UNVERIFIED',
    passwordSent: 'no',
  },
  {
    id: '11',
    name: 'the greeting asks to come back later',
    protocols: ALL,
    security: 'tls',
    behaviour: by({
      smtp: { greeting: '421 4.3.2 busy' },
      imap: { greeting: '* BYE busy' },
      pop3: { greeting: '-ERR [SYS/TEMP] busy' },
    }),
    code: 'SERVER_BUSY',
    passwordSent: 'no',
  },
  {
    id: '11b',
    name: 'the greeting turns us away',
    protocols: ['smtp', 'pop3'],
    security: 'tls',
    behaviour: by({
      smtp: { greeting: '554 5.7.1 Client host rejected' },
      imap: {},
      pop3: { greeting: '-ERR go away' },
    }),
    code: 'SERVER_REJECTED',
    passwordSent: 'no',
  },
  {
    id: '12',
    name: 'SSH answers',
    protocols: ALL,
    security: 'tls',
    behaviour: () => ({ greeting: 'SSH-2.0-OpenSSH_9.2' }),
    code: 'PROTO_WRONG_SERVICE',
    passwordSent: 'no',
  },
  {
    id: '12b',
    name: 'a mail service of another kind answers',
    protocols: ALL,
    security: 'tls',
    behaviour: by({
      smtp: { greeting: '* OK IMAP4rev1 ready' },
      imap: { greeting: '220 mail ESMTP' },
      pop3: { greeting: '* OK IMAP4rev1 ready' },
    }),
    code: 'PROTO_WRONG_SERVICE',
    passwordSent: 'no',
  },
  {
    id: '14',
    name: 'a greeting line without end',
    protocols: ALL,
    security: 'tls',
    behaviour: () => ({
      greeting: async ({ conversation }) => {
        const chunk = 'A'.repeat(64 * KILOBYTE)
        for (let sent = 0; sent < 100 && conversation.isOpen; sent += 1) await conversation.sendRaw(chunk)
        await conversation.silence()
      },
    }),
    code: 'PROTO_TOO_BIG',
    passwordSent: 'no',
  },
  {
    id: '15',
    name: 'a list of capabilities without end',
    protocols: ALL,
    security: 'tls',
    behaviour: (protocol) => ({
      greeting: by({ smtp: '220 hi', imap: '* OK hi', pop3: '+OK hi' })(protocol),
      capabilities: async ({ conversation }) => {
        const line = by({ smtp: '250-X\r\n', imap: '* CAPABILITY X\r\n', pop3: 'X\r\n' })(protocol)
        await conversation.sendRaw(by({ smtp: '', imap: '', pop3: '+OK\r\n' })(protocol))
        for (let sent = 0; sent < 100 && conversation.isOpen; sent += 1)
          await conversation.sendRaw(line.repeat(50))
        await conversation.silence()
      },
    }),
    code: 'PROTO_TOO_BIG',
    passwordSent: 'no',
  },
  {
    id: '16',
    name: 'a literal of four gigabytes is announced',
    protocols: ['imap'],
    security: 'tls',
    behaviour: () => ({ greeting: '* OK hi', capabilities: '* CAPABILITY {4294967295}' }),
    code: 'PROTO_TOO_BIG',
    passwordSent: 'no',
  },
  ...['-1', '123456789012345678901234567890'].map((size): ServerCase => ({
    id: '17',
    name: `a literal of size ${size} is announced`,
    protocols: ['imap'],
    security: 'tls',
    behaviour: () => ({ greeting: '* OK hi', capabilities: `* CAPABILITY {${size}}` }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'no',
  })),
  {
    id: '18',
    name: 'parentheses nest as deep as a line is long',
    protocols: ['imap'],
    security: 'tls',
    behaviour: () => ({
      greeting: '* OK hi',
      capabilities: `* CAPABILITY ${'('.repeat(60_000)}\r\n{tag} OK`,
    }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'no',
  },
  {
    id: '19',
    name: 'the greeting drips one octet at a time past its deadline',
    protocols: ALL,
    security: 'tls',
    behaviour: (protocol) => ({
      greeting: ({ conversation }) =>
        conversation.drip(
          by({ smtp: '220 hello there', imap: '* OK hello there', pop3: '+OK hello there' })(protocol),
          200,
        ),
    }),
    code: 'NET_TIMEOUT',
    passwordSent: 'no',
  },
  {
    id: '20',
    name: 'the capabilities drip one octet at a time past their deadline',
    protocols: ALL,
    security: 'tls',
    behaviour: (protocol) => ({
      greeting: by({ smtp: '220 hi', imap: '* OK hi', pop3: '+OK hi' })(protocol),
      capabilities: ({ conversation }) => conversation.drip('250-mail.example.test and more', 200),
    }),
    code: 'NET_TIMEOUT',
    passwordSent: 'no',
  },
  {
    id: '23',
    name: 'the code changes inside one reply',
    protocols: ['smtp'],
    security: 'tls',
    behaviour: () => ({ capabilities: '250-mail.example.test\r\n550 AUTH PLAIN' }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'no',
  },
  {
    id: '24',
    name: 'two replies answer one command',
    protocols: ['smtp', 'pop3'],
    security: 'tls',
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 AUTH PLAIN\r\n250 again' },
      imap: {},
      pop3: { capabilities: '+OK\r\nSASL PLAIN\r\n.\r\n+OK again' },
    }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'no',
  },
  {
    id: 'D5',
    name: 'an answer carries a tag that was never sent',
    protocols: ['imap'],
    security: 'tls',
    behaviour: () => ({ greeting: '* OK hi', capabilities: 'B9 OK done' }),
    code: 'PROTO_GARBAGE',
    passwordSent: 'no',
  },
  {
    id: '25',
    name: 'the connection is reset after the greeting',
    // A POP3 server that hangs up there may only be older than the question: `too-old-to-be-asked.test.ts`.
    protocols: ['smtp', 'imap'],
    security: 'tls',
    behaviour: (protocol) => ({
      greeting: protocol === 'smtp' ? '220 hi' : '* OK hi',
      capabilities: async ({ conversation }) => conversation.reset(),
    }),
    code: 'NET_RESET',
    passwordSent: 'no',
  },
  {
    id: '25b',
    name: 'the connection is reset after the password',
    protocols: ALL,
    security: 'tls',
    behaviour: () => ({ login: async ({ conversation }) => conversation.reset() }),
    code: 'NET_RESET',
    passwordSent: 'unknown',
  },
]

import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import type { Act, Behaviour } from '../support/behaviour.ts'
import { by } from './cases.ts'

/** A sign-in that asks for what it needs, for clients that may not send it with the command. */
const asked: Act = async ({ conversation, tag }) => {
  conversation.send('+ ')
  await conversation.readLine()
  conversation.send(`${tag} OK in`)
}

/** A server that is unusual and right; a finding that calls it broken is wrong. */
export interface OddServer {
  readonly name: string
  readonly protocols: readonly Protocol[]
  readonly security?: 'tls' | 'starttls'
  readonly behaviour: (protocol: Protocol) => Behaviour
}

const later =
  (ms: number, text: string): Act =>
  async ({ conversation, tag }) => {
    await conversation.pause(ms)
    conversation.send(text.replaceAll('{tag}', tag))
  }

/** One octet in a segment of its own, slowly enough to arrive so. */
const dripped =
  (text: string): Act =>
  ({ conversation, tag }) =>
    conversation.drip(
      `${text.replaceAll('{tag}', tag)}
`,
      1,
    )

export const ODD_SERVERS: readonly OddServer[] = [
  {
    name: 'greets late',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { greeting: later(900, '220 mail') },
      imap: { greeting: later(900, '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready') },
      pop3: { greeting: later(900, '+OK') },
    }),
  },
  {
    name: 'answers the sign-in late, as a tarpit does',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { login: later(1_500, '235 ok') },
      imap: { login: later(1_500, '{tag} OK in') },
      pop3: { login: later(1_500, '+OK in') },
    }),
  },
  {
    name: 'says one octet at a time',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { greeting: dripped('220 mail.example.test ESMTP') },
      imap: { greeting: dripped('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready') },
      pop3: { greeting: dripped('+OK ready') },
    }),
  },
  {
    name: 'sends no word more than it must',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { greeting: '220', capabilities: '250-x\r\n250 AUTH PLAIN', login: '235' },
      imap: {
        greeting: '* OK',
        capabilities: '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{tag} OK',
        login: asked,
        mailbox: '{tag} OK',
      },
      pop3: { greeting: '+OK', capabilities: '+OK\r\nUSER\r\n.', login: '+OK', mailbox: '+OK 0 0' },
    }),
  },
  {
    name: 'greets with a banner of fifty lines',
    protocols: ['smtp'],
    behaviour: () => ({
      greeting: [...Array.from({ length: 50 }, (_, index) => `220-rule ${index}`), '220 welcome'].join(
        '\r\n',
      ),
    }),
  },
  {
    name: 'greets in eight bits',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { greeting: '220 Grüße vom Server' },
      imap: { greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] Grüße' },
      pop3: { greeting: '+OK Grüße' },
    }),
  },
  {
    name: 'ends its lines with a bare line feed',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { greeting: async ({ conversation }) => conversation.sendRaw('220 mail\n') },
      imap: {
        greeting: async ({ conversation }) =>
          conversation.sendRaw('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\n'),
      },
      pop3: { greeting: async ({ conversation }) => conversation.sendRaw('+OK ready\n') },
    }),
  },
  {
    name: 'writes its keywords in small letters',
    protocols: PROTOCOLS,
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 auth plain' },
      imap: { greeting: '* ok [capability imap4rev1 sasl-ir auth=plain] ready' },
      pop3: { capabilities: '+OK\r\nsasl plain\r\n.' },
    }),
  },
  {
    name: 'announces in two lines what belongs in one',
    protocols: ['smtp', 'imap'],
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250-AUTH LOGIN\r\n250-AUTH=PLAIN LOGIN\r\n250 SIZE 0' },
      imap: {
        greeting: '* OK ready',
        capabilities: '* CAPABILITY IMAP4rev1\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{tag} OK',
        login: asked,
      },
      pop3: {},
    }),
  },
  {
    name: 'knows nothing newer than its protocol of the nineties',
    protocols: ['imap', 'pop3'],
    behaviour: by({
      smtp: {},
      imap: {
        greeting: '* OK IMAP4 ready',
        capabilities: '* CAPABILITY IMAP4 AUTH=PLAIN\r\n{tag} OK',
        login: asked,
      },
      pop3: { capabilities: '-ERR unknown command', login: '+OK' },
    }),
  },
  {
    name: 'sends unrelated responses before it answers',
    protocols: ['imap'],
    behaviour: () => ({
      login: '* OK [ALERT] maintenance on Sunday\r\n* 4 EXISTS\r\n{tag} OK [CAPABILITY IMAP4rev1] in',
      mailbox: '* FLAGS (\\Seen)\r\n* OK [UNSEEN 2] {x}\r\n* 9 EXISTS\r\n{tag} OK [READ-ONLY] done',
    }),
  },
]

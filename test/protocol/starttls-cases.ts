import { ALL, by, type ServerCase } from './cases.ts'
import { fillTag } from '../support/behaviour.ts'

const goAhead = by({ smtp: '220 go', imap: '{tag} OK go', pop3: '+OK go' })

/** Negotiation, buffering and tampering around the upgrade (RFC 3207, RFC 2595, RFC 9051; NO STARTTLS). */
export const STARTTLS_CASES: readonly ServerCase[] = [
  {
    id: '1',
    east: { smtp: 'Negotiation/O_1', imap: 'Negotiation/O_1', pop3: 'Negotiation/O_1' },
    name: 'the upgrade is not offered',
    protocols: ALL,
    security: 'starttls',
    endpoint: 'clear',
    // Signing in would be possible in the clear, and that is the trap.
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 AUTH PLAIN LOGIN', starttls: '502 5.5.1 not implemented' },
      imap: {
        greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN] ready',
        starttls: '{tag} BAD not supported',
      },
      pop3: { capabilities: '+OK\r\nUSER\r\nSASL PLAIN\r\n.', starttls: '-ERR unknown command' },
    }),
    code: 'STARTTLS_MISSING',
    passwordSent: 'no',
  },
  {
    id: '1b',
    name: 'the offer was taken out on the way',
    protocols: ['smtp', 'imap'],
    security: 'starttls',
    behaviour: by({
      smtp: { capabilities: '250-mail\r\n250 SIZE 1000', starttls: '220 2.0.0 go ahead' },
      imap: { greeting: '* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready', starttls: '{tag} OK begin' },
      pop3: {},
    }),
    code: 'STARTTLS_MISSING',
    passwordSent: 'no',
  },
  {
    id: '2',
    east: { smtp: 'Negotiation/O_3', imap: 'Negotiation/O_2', pop3: 'Negotiation/O_2' },
    name: 'the upgrade is offered and refused',
    protocols: ALL,
    security: 'starttls',
    behaviour: by({
      smtp: { starttls: '454 4.7.0 TLS not available' },
      imap: { starttls: '{tag} NO not now' },
      pop3: { starttls: '-ERR not now' },
    }),
    code: 'STARTTLS_REFUSED',
    passwordSent: 'no',
  },
  {
    id: '2b',
    east: { smtp: 'Negotiation/O_2', imap: 'Negotiation/O_3' },
    name: 'the upgrade is offered and not understood',
    protocols: ['smtp', 'imap'],
    security: 'starttls',
    behaviour: by({
      smtp: { starttls: '502 5.5.1 not implemented' },
      imap: { starttls: '{tag} BAD do not begin' },
      pop3: {},
    }),
    code: 'STARTTLS_REFUSED',
    passwordSent: 'no',
  },
  {
    id: '2c',
    east: { pop3: 'Negotiation/O_3' },
    name: 'neither capabilities nor an upgrade are known',
    protocols: ['pop3'],
    security: 'starttls',
    behaviour: () => ({ capabilities: '-ERR unknown command', starttls: '-ERR not supported' }),
    code: 'STARTTLS_MISSING',
    passwordSent: 'no',
  },
  {
    id: '2d',
    east: { pop3: 'Negotiation/O_4' },
    name: 'the greeting tempts to use APOP in the clear, and the upgrade is genuine',
    protocols: ['pop3'],
    security: 'starttls',
    behaviour: () => ({ greeting: '+OK ready <1234.123456789@mail.example.test>' }),
    code: 'OK',
    passwordSent: 'yes',
  },
  {
    id: '3',
    east: { smtp: 'Negotiation/O_4', imap: 'Negotiation/O_4' },
    name: 'the upgrade is answered with a request to go on',
    protocols: ALL,
    security: 'starttls',
    behaviour: by({
      smtp: { starttls: '354 go on' },
      imap: { starttls: '+ go on' },
      pop3: { starttls: '+ go on' },
    }),
    code: 'STARTTLS_REFUSED',
    passwordSent: 'no',
  },
  {
    id: '4',
    east: { smtp: 'Negotiation/D_1' },
    name: 'EHLO is unknown and HELO accepted',
    protocols: ['smtp'],
    security: 'starttls',
    behaviour: () => ({
      capabilities: async ({ conversation, line }) =>
        conversation.send(line.startsWith('EHLO') ? '500 unknown' : '250 hello'),
      starttls: '500 unknown',
    }),
    code: 'STARTTLS_MISSING',
    passwordSent: 'no',
  },
  {
    id: '5',
    east: { smtp: 'Buffering/B_1', imap: 'Buffering/B_1', pop3: 'Buffering/B_1' },
    name: 'the answer to the next command comes in the same packet as the go-ahead',
    protocols: ALL,
    security: 'starttls',
    behaviour: (protocol) => ({
      starttls: async (turn) => {
        const injected = by({
          smtp: '250-mail.example.test\r\n250 AUTH LOGIN',
          imap: '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA2 OK done',
          pop3: '+OK\r\nUSER\r\n.',
        })
        await turn.conversation.sendRaw(`${fillTag(goAhead(protocol), turn)}\r\n${injected(protocol)}\r\n`)
        await turn.conversation.startTls(turn.tls)
      },
    }),
    code: 'STARTTLS_TAMPERED',
    passwordSent: 'no',
  },
  {
    id: '5b',
    east: { pop3: 'Buffering/B_2' },
    name: 'octets that are no line come in the same packet as the go-ahead',
    protocols: ALL,
    security: 'starttls',
    behaviour: (protocol) => ({
      starttls: async (turn) => {
        await turn.conversation.sendRaw(`${fillTag(goAhead(protocol), turn)}\r\n¹³¹²³¹²³¹²³¹²³`)
        await turn.conversation.startTls(turn.tls)
      },
    }),
    code: 'STARTTLS_TAMPERED',
    passwordSent: 'no',
  },
  {
    id: '6',
    name: 'an extra line comes between the go-ahead and the handshake',
    protocols: ALL,
    security: 'starttls',
    behaviour: (protocol) => ({
      starttls: async (turn) => {
        turn.conversation.send(fillTag(goAhead(protocol), turn))
        await turn.conversation.pause(50)
        turn.conversation.send('250 you are welcome')
        await turn.conversation.startTls(turn.tls)
      },
    }),
    code: 'STARTTLS_TAMPERED',
    passwordSent: 'no',
  },
  {
    id: '7',
    name: 'silence follows the go-ahead',
    protocols: ALL,
    security: 'starttls',
    behaviour: (protocol) => ({
      starttls: async (turn) => {
        turn.conversation.send(fillTag(goAhead(protocol), turn))
        await turn.conversation.silence()
      },
    }),
    code: 'NET_TIMEOUT',
    passwordSent: 'no',
  },
  {
    id: 'D5',
    name: 'words arrive in the clear that answer no question',
    protocols: ALL,
    security: 'starttls',
    behaviour: by({
      smtp: { greeting: '220 hi\r\n250-mail\r\n250 AUTH PLAIN' },
      imap: { greeting: '* OK hi\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN' },
      pop3: { greeting: '+OK hi\r\n+OK again' },
    }),
    code: 'STARTTLS_TAMPERED',
    passwordSent: 'no',
  },
]

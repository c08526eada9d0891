import { ALL, by, type ServerCase } from './cases.ts'
import type { Turn } from '../support/behaviour.ts'

const goAhead = by({ smtp: '220 go', imap: '{tag} OK go', pop3: '+OK go' })
const fill = (text: string, { tag }: Turn) => text.replaceAll('{tag}', tag)

/** Negotiation, buffering and tampering around the upgrade (RFC 3207, RFC 2595, RFC 9051; NO STARTTLS). */
export const STARTTLS_CASES: readonly ServerCase[] = [
  {
    id: '1',
    name: 'the upgrade is not offered',
    protocols: ALL,
    security: 'starttls',
    door: 'clear',
    behaviour: by({ smtp: {}, imap: {}, pop3: { starttls: '-ERR unknown command' } }),
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
    id: '3',
    name: 'the upgrade is answered with a request to go on',
    protocols: ['smtp', 'pop3'],
    security: 'starttls',
    behaviour: by({ smtp: { starttls: '354 go on' }, imap: {}, pop3: { starttls: '+ go on' } }),
    code: 'STARTTLS_REFUSED',
    passwordSent: 'no',
  },
  {
    id: '4',
    name: 'EHLO is unknown and HELO accepted',
    protocols: ['smtp'],
    security: 'starttls',
    behaviour: () => ({
      capabilities: async ({ conversation, line }) =>
        conversation.send(line.startsWith('EHLO') ? '500 unknown' : '250 hello'),
    }),
    code: 'STARTTLS_MISSING',
    passwordSent: 'no',
  },
  {
    id: '5',
    name: 'an extra line comes in the same packet as the go-ahead',
    protocols: ALL,
    security: 'starttls',
    behaviour: (protocol) => ({
      starttls: async (turn) => {
        const injected = by({
          smtp: '250 AUTH PLAIN',
          imap: '* CAPABILITY IMAP4rev1 AUTH=PLAIN',
          pop3: '+OK USER',
        })
        await turn.conversation.sendRaw(`${fill(goAhead(protocol), turn)}\r\n${injected(protocol)}\r\n`)
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
        turn.conversation.send(fill(goAhead(protocol), turn))
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
        turn.conversation.send(fill(goAhead(protocol), turn))
        await turn.conversation.silence()
      },
    }),
    code: 'NET_TIMEOUT',
    passwordSent: 'no',
  },
  {
    id: '8',
    name: 'PREAUTH in the clear',
    protocols: ['imap'],
    security: 'starttls',
    behaviour: () => ({ greeting: '* PREAUTH welcome back' }),
    code: 'STARTTLS_TAMPERED',
    passwordSent: 'no',
  },
  {
    id: '10',
    name: 'an alarming message before the seal, and no upgrade',
    protocols: ['imap'],
    security: 'starttls',
    behaviour: () => ({
      greeting: '* OK [ALERT] Call +1 800 555 0100 now',
      starttls: '{tag} BAD no',
      capabilities: '* CAPABILITY IMAP4rev1\r\n{tag} OK',
    }),
    code: 'STARTTLS_MISSING',
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

import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { fillTag, type Act, type Behaviour } from '../support/behaviour.ts'

/** One place where the words of a mail server come in. */
export interface InertPlace {
  readonly name: string
  readonly protocol: Protocol
  readonly security: ServerEndpoint['security']
  /** Whether it lies before TLS: then not even the harmless rest of it is shown. */
  readonly before?: 'tls'
  readonly behaviour: (filling: Buffer) => Behaviour
}

/** Text around a filling, sent as octets; `{x}` stands for the filling and `{tag}` for the tag. */
function says(pattern: string, filling: Buffer): Act {
  return async (turn) => {
    const parts = fillTag(`${pattern}\r\n`, turn).split('{x}')
    const octets = parts.flatMap((part, index) => [...(index === 0 ? [] : [filling]), Buffer.from(part)])
    await turn.conversation.sendRaw(Buffer.concat(octets))
  }
}

/** Before TLS the hostile list, behind it an honest one, so that the walk goes on to its end. */
function atFirst(pattern: string, honest: string, filling: Buffer): Act {
  return async (turn) => {
    const act = says(turn.encrypted ? honest : pattern, filling)
    if (typeof act !== 'string') await act(turn)
  }
}

const place = (
  protocol: Protocol,
  security: InertPlace['security'],
  name: string,
  point: keyof Behaviour,
  pattern: string,
): InertPlace => ({
  name,
  protocol,
  security,
  behaviour: (filling) => ({ [point]: says(pattern, filling) }),
})

const early = (
  protocol: Protocol,
  name: string,
  point: keyof Behaviour,
  pattern: string,
  honest = pattern,
): InertPlace => ({
  name,
  protocol,
  security: 'starttls',
  before: 'tls',
  behaviour: (filling) => ({ [point]: atFirst(pattern, honest, filling) }),
})

const EHLO = '250-mail.example.test\r\n'
const GREETED = '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready'

export const INERT_PLACES: readonly InertPlace[] = [
  place('smtp', 'tls', 'the greeting', 'greeting', '220 mail {x}'),
  place('smtp', 'tls', 'a greeting that refuses', 'greeting', '554 5.3.2 {x}'),
  place('smtp', 'tls', 'an extension', 'capabilities', `${EHLO}250-X-{x}\r\n250-{x}\r\n250 AUTH PLAIN`),
  place('smtp', 'tls', 'a parameter', 'capabilities', `${EHLO}250-SIZE {x}\r\n250 AUTH PLAIN`),
  place('smtp', 'tls', 'a mechanism', 'capabilities', `${EHLO}250 AUTH PLAIN {x} X{x}`),
  place('smtp', 'tls', 'mechanisms alone', 'capabilities', `${EHLO}250 AUTH {x} X{x}`),
  place('smtp', 'tls', 'the first line of EHLO', 'capabilities', '250-{x}\r\n250 AUTH PLAIN'),
  place('smtp', 'tls', 'a refused sign-in', 'login', '535 5.7.8 {x}'),
  place('smtp', 'none', 'a server on this computer', 'capabilities', `${EHLO}250-{x}\r\n250 AUTH {x}`),
  place('imap', 'tls', 'the greeting', 'greeting', '* OK {x}'),
  place('imap', 'tls', 'a code in the greeting', 'greeting', '* OK [{x}] {x}'),
  place('imap', 'tls', 'a goodbye at once', 'greeting', '* BYE [{x}] {x}'),
  place('imap', 'tls', 'capabilities', 'greeting', '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN {x}] ready'),
  place('imap', 'tls', 'a mechanism', 'greeting', '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH={x}] ready'),
  place('imap', 'tls', 'a refused sign-in', 'login', '* NO [{x}] {x}\r\n{tag} NO [{x}] {x}'),
  place('imap', 'tls', 'a code of its own', 'login', '{tag} NO [X{x}] {x}'),
  place('imap', 'tls', 'a mailbox that is refused', 'mailbox', '{tag} NO [{x}] {x}'),
  place('imap', 'tls', 'the delimiter of folders', 'list', '* LIST () "{x}" INBOX\r\n{tag} OK done'),
  place('pop3', 'tls', 'the greeting', 'greeting', '+OK {x}'),
  place('pop3', 'tls', 'a greeting that refuses', 'greeting', '-ERR [{x}] {x}'),
  place('pop3', 'tls', 'a capability', 'capabilities', '+OK\r\nX{x}\r\n{x}\r\nSASL PLAIN {x}\r\n.'),
  place('pop3', 'tls', 'mechanisms alone', 'capabilities', '+OK\r\nSASL {x} X{x}\r\n.'),
  place('pop3', 'tls', 'a refused sign-in', 'login', '-ERR [{x}] {x}'),
  place('pop3', 'tls', 'a mailbox that is refused', 'mailbox', '-ERR [{x}] {x}'),
  early('smtp', 'the greeting', 'greeting', '220 mail {x}'),
  early(
    'smtp',
    'extensions',
    'capabilities',
    `${EHLO}250-X-{x}\r\n250-XLURE LURE\r\n250 STARTTLS`,
    `${EHLO}250 AUTH PLAIN`,
  ),
  early(
    'smtp',
    'extensions, and no upgrade',
    'capabilities',
    `${EHLO}250-XLURE\r\n250-X-{x}\r\n250 AUTH XLURE PLAIN`,
  ),
  early('smtp', 'a refused upgrade', 'starttls', '454 4.7.0 {x}'),
  early('imap', 'a goodbye at once', 'greeting', '* BYE [XLURE] {x}'),
  early('imap', 'capabilities', 'greeting', '* OK [CAPABILITY IMAP4rev1 STARTTLS XLURE {x}] {x}'),
  early('imap', 'a refused upgrade', 'starttls', '{tag} NO [XLURE] {x}'),
  early('pop3', 'the greeting', 'greeting', '+OK {x}'),
  early('pop3', 'a greeting that refuses', 'greeting', '-ERR [XLURE] {x}'),
  early('pop3', 'a refused upgrade', 'starttls', '-ERR [XLURE] {x}'),
]

/** Words of honest servers, in other letters than ASCII too: they are shown as they came. */
export const HONEST_WORDS: readonly (readonly [Protocol, Behaviour, string])[] = [
  [
    'smtp',
    { greeting: '220 mail.example.test ESMTP Grüße aus Köln' },
    'mail.example.test ESMTP Grüße aus Köln',
  ],
  ['imap', { greeting: `${GREETED} 認証サーバー` }, 'ready 認証サーバー'],
  ['pop3', { greeting: '+OK Добро пожаловать' }, 'Добро пожаловать'],
]

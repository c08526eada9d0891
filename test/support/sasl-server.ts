import type { Protocol } from '#shared/domain/protocol.ts'
import { mailServer, type Behaviour, type Endpoint, type Turn } from './behaviour.ts'
import { goodTls } from './certificates.ts'
import { talkScram } from './scram-server.ts'

/** What a server makes of one sign-in: it answers in words, or asks for more first. */
export type Verdict = 'accepts' | 'wrong' | 'scram' | { readonly says: string }

export interface SaslServer {
  readonly protocol: Protocol
  readonly endpoint?: Endpoint
  /** As announced. */
  readonly offers: readonly string[]
  /** Further capabilities of IMAP or POP3. */
  readonly also?: readonly string[]
  readonly password: string
  /** Whatever else it does in a way of its own. */
  readonly behaviour?: Behaviour
  /** By mechanism; what is left out is accepted. */
  readonly verdicts: Readonly<Partial<Record<string, Verdict>>>
}

/** How each protocol announces, asks for more, and says yes and no. */
const WORDS = {
  smtp: { ask: '334 ', yes: '235 2.7.0 ok', no: '535 5.7.8 Error: authentication failed' },
  imap: { ask: '+ ', yes: '{tag} OK in', no: '{tag} NO [AUTHENTICATIONFAILED] Authentication failed.' },
  pop3: { ask: '+ ', yes: '+OK in', no: '-ERR [AUTH] Authentication failed.' },
} as const

function announcing({ protocol, offers, also = [] }: SaslServer): Behaviour {
  const capabilities = {
    smtp: `250-mail.example.test\r\n250 AUTH ${offers.join(' ')}`,
    imap: `* CAPABILITY ${['IMAP4rev1', 'SASL-IR', ...also, ...offers.map((name) => `AUTH=${name}`)].join(' ')}\r\n{tag} OK`,
    pop3: ['+OK', ...also, `SASL ${offers.join(' ')}`, '.'].join('\r\n'),
  }[protocol]
  return protocol === 'imap' ? { greeting: '* OK hi', capabilities } : { capabilities }
}

/** A server that judges each mechanism for itself, and keeps in which order it was asked. */
export function saslServer(server: SaslServer) {
  const { protocol, endpoint = 'tls', verdicts } = server
  const asked: string[] = []
  const bound: string[] = []
  const say = (turn: Turn, text: string) => turn.conversation.send(text.replaceAll('{tag}', turn.tag))
  const login = async (turn: Turn): Promise<void> => {
    const words = WORDS[protocol]
    const [name = '', initial] = commandOf(turn, protocol)
    if (name === 'PASS') return say(turn, words.yes)
    asked.push(name)
    const verdict = verdicts[name] ?? 'accepts'
    if (typeof verdict === 'object') return say(turn, verdict.says)
    if (verdict === 'scram') {
      const talk = { password: server.password, initial: initial ?? '', ask: words.ask }
      const { accepted, bound: header } = await talkScram(turn, talk)
      bound.push(header.toString('latin1').split(',')[0] ?? '')
      return say(turn, accepted ? words.yes : words.no)
    }
    if (name === 'LOGIN' && initial === undefined) await askTwice(turn, words.ask)
    if (name === 'CRAM-MD5') await askOnce(turn, words.ask)
    say(turn, verdict === 'wrong' ? words.no : words.yes)
  }
  const script = mailServer(protocol, endpoint, goodTls, {
    ...announcing(server),
    ...server.behaviour,
    login,
  })
  return { script, asked, bound }
}

async function askOnce({ conversation }: Turn, ask: string): Promise<void> {
  conversation.send(`${ask}PDFAbWFpbC5leGFtcGxlLnRlc3Q+`)
  await conversation.readLine()
}

async function askTwice(turn: Turn, ask: string): Promise<void> {
  await askOnce(turn, ask)
  await askOnce(turn, ask)
}

/** The mechanism, and the first message where it came along. */
function commandOf({ line, tag }: Turn, protocol: Protocol): readonly string[] {
  const words = line.slice(tag.length).trim().split(' ')
  const [command = ''] = words
  if (protocol === 'pop3' && command !== 'AUTH') return [command]
  return command === 'LOGIN' ? ['LOGIN command', line] : words.slice(1)
}

import type { Protocol } from '#shared/domain/protocol.ts'
import type { Conversation, ServerTls } from '#engine/practice/kit/conversation.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'

/** One command of the client and the means to answer it. */
export interface Turn {
  readonly conversation: Conversation
  readonly line: string
  /** The IMAP tag; empty for the others. */
  readonly tag: string
  readonly tls: ServerTls
  /** Whether TLS is in place. */
  readonly encrypted: boolean
  /** Called by a script that has done the upgrade itself: an honest server answers over TLS from here on. */
  readonly onEncrypted: () => void
}

export function fillTag(text: string, { tag }: Pick<Turn, 'tag'>): string {
  return text.replaceAll('{tag}', tag)
}

/** What the server does at one point: a reply (`{tag}` is filled in), or anything else. */
export type Act = string | ((turn: Turn) => Promise<void>)

/** The points at which a server can misbehave; whatever is left out is done as an honest server does it. */
export interface Behaviour {
  readonly greeting?: Act
  readonly capabilities?: Act
  readonly starttls?: Act
  readonly login?: Act
  readonly mailbox?: Act
  /** LIST and STATUS of INBOX, which IMAP asks for beside the mailbox itself. */
  readonly list?: Act
  readonly status?: Act
  /** Every command beyond those. */
  readonly unknown?: Act
}

export type Endpoint = 'tls' | 'starttls' | 'clear'

type Point = keyof Behaviour | 'quit'

interface Dialect {
  readonly greeting: (turn: Turn, endpoint: Endpoint) => string
  readonly pointOf: (line: string) => Point
  readonly honest: (point: Point, turn: Turn, endpoint: Endpoint) => string
}

const offers = (endpoint: Endpoint, encrypted: boolean) => endpoint === 'starttls' && !encrypted

const smtp: Dialect = {
  greeting: () => '220 mail.example.test ESMTP',
  pointOf: (line) =>
    (
      {
        EHLO: 'capabilities',
        HELO: 'capabilities',
        STARTTLS: 'starttls',
        AUTH: 'login',
        QUIT: 'quit',
      } as const
    )[line.split(' ')[0]?.toUpperCase() ?? ''] ?? 'unknown',
  honest: (point, { encrypted }, endpoint) => {
    const names = [
      'SIZE 1000',
      ...(offers(endpoint, encrypted) ? ['STARTTLS'] : []),
      ...(encrypted ? ['AUTH PLAIN LOGIN'] : []),
    ]
    const replies: Readonly<Record<Point, string>> = {
      greeting: '',
      capabilities: [
        '250-mail.example.test',
        ...names.slice(0, -1).map((name) => `250-${name}`),
        `250 ${names.at(-1)}`,
      ].join('\r\n'),
      starttls: '220 2.0.0 ready',
      login: '235 2.7.0 ok',
      mailbox: '502 5.5.1 no',
      list: '502 5.5.1 no',
      status: '502 5.5.1 no',
      quit: '221 2.0.0 bye',
      unknown: '502 5.5.1 no',
    }
    return replies[point]
  },
}

function imapCapabilities(endpoint: Endpoint, encrypted: boolean): string {
  return [
    'CAPABILITY IMAP4rev1',
    ...(offers(endpoint, encrypted) ? ['STARTTLS'] : []),
    ...(encrypted ? ['SASL-IR', 'AUTH=PLAIN'] : ['LOGINDISABLED']),
  ].join(' ')
}

const imap: Dialect = {
  greeting: ({ encrypted }, endpoint) => `* OK [${imapCapabilities(endpoint, encrypted)}] ready`,
  pointOf: (line) =>
    (
      {
        CAPABILITY: 'capabilities',
        STARTTLS: 'starttls',
        AUTHENTICATE: 'login',
        LOGIN: 'login',
        LIST: 'list',
        STATUS: 'status',
        EXAMINE: 'mailbox',
        LOGOUT: 'quit',
      } as const
    )[line.split(' ')[1]?.toUpperCase() ?? ''] ?? 'unknown',
  honest: (point, { encrypted }, endpoint) => {
    const replies: Readonly<Record<Point, string>> = {
      greeting: '',
      capabilities: `* ${imapCapabilities(endpoint, encrypted)}\r\n{tag} OK done`,
      starttls: '{tag} OK begin',
      login: '{tag} OK in',
      mailbox: '* 2 EXISTS\r\n{tag} OK done',
      list: '* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done',
      status: '* STATUS INBOX (MESSAGES 2 UNSEEN 1)\r\n{tag} OK done',
      quit: '* BYE\r\n{tag} OK',
      unknown: '{tag} BAD no',
    }
    return replies[point]
  },
}

const pop3: Dialect = {
  greeting: () => '+OK ready',
  pointOf: (line) =>
    (
      {
        CAPA: 'capabilities',
        STLS: 'starttls',
        AUTH: 'login',
        USER: 'login',
        PASS: 'login',
        STAT: 'mailbox',
        QUIT: 'quit',
      } as const
    )[line.split(' ')[0]?.toUpperCase() ?? ''] ?? 'unknown',
  honest: (point, { encrypted }, endpoint) => {
    const names = [
      'UIDL',
      ...(offers(endpoint, encrypted) ? ['STLS'] : []),
      ...(encrypted ? ['SASL PLAIN'] : []),
    ]
    const replies: Readonly<Record<Point, string>> = {
      greeting: '',
      capabilities: ['+OK', ...names, '.'].join('\r\n'),
      starttls: '+OK begin',
      login: '+OK in',
      mailbox: '+OK 2 320',
      list: '-ERR no',
      status: '-ERR no',
      quit: '+OK bye',
      unknown: '-ERR no',
    }
    return replies[point]
  },
}

const DIALECTS: Readonly<Record<Protocol, Dialect>> = { smtp, imap, pop3 }

/** A mail server that is honest but for what `behaviour` says. */
export function mailServer(
  protocol: Protocol,
  endpoint: Endpoint,
  tls: ServerTls,
  behaviour: Behaviour = {},
): Script {
  const dialect = DIALECTS[protocol]
  return async (conversation) => {
    let encrypted = false
    if (endpoint === 'tls' && !(encrypted = await conversation.startTls(tls))) return
    const turn = (line: string): Turn => ({
      conversation,
      line,
      tag: protocol === 'imap' ? (line.split(' ')[0] ?? '') : '',
      tls,
      encrypted,
      onEncrypted: () => {
        encrypted = true
      },
    })
    const act = async (point: Point, now: Turn, honest: string) => {
      const chosen = (point === 'quit' ? undefined : behaviour[point]) ?? honest
      if (typeof chosen === 'string') conversation.send(fillTag(chosen, now))
      else await chosen(now)
      return typeof chosen === 'string'
    }
    await act('greeting', turn(''), dialect.greeting(turn(''), endpoint))
    for (let line = await conversation.readLine(); line !== null; line = await conversation.readLine()) {
      const point = dialect.pointOf(line)
      const spoke = await act(point, turn(line), dialect.honest(point, turn(line), endpoint))
      const upgrades = point === 'starttls' && spoke && behaviour.starttls === undefined
      if (upgrades) encrypted = await conversation.startTls(tls)
      if (point === 'quit') return
    }
  }
}

import type { Conversation } from '#engine/practice/kit/conversation.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import type { MailService, SignInVerdict } from '#engine/practice/server/mail-service.ts'

/** What a protocol adds to the common course of a session. */
export interface SessionProtocol {
  readonly greeting: (session: Session) => string
  /** Answers one command; `bye` ends the session. */
  readonly answer: (session: Session, line: string) => Promise<'bye' | void>
}

/** The script of an honest server: handshake where the port is SSL/TLS, greet, answer command after command. */
export function serveMail(service: MailService, protocol: SessionProtocol): Script {
  return async (conversation) => {
    const session = new Session(conversation, service)
    if (service.endpoint === 'tls' && !(await session.encrypt())) return
    await session.reply(protocol.greeting(session))
    for (;;) {
      const line = await conversation.readLine()
      if (line === null || (await protocol.answer(session, line)) === 'bye') return
    }
  }
}

export class Session {
  readonly service: MailService
  readonly #conversation: Conversation
  encrypted = false
  signedIn = false

  constructor(conversation: Conversation, service: MailService) {
    this.#conversation = conversation
    this.service = service
  }

  /** Whether the upgrade may be asked for now. */
  get offersUpgrade(): boolean {
    return this.service.endpoint === 'starttls' && !this.encrypted
  }

  /** Sends a reply after the time an ordinary server would take. */
  async reply(...lines: readonly string[]): Promise<void> {
    if (this.service.paceMs > 0) await this.#conversation.pause(this.service.paceMs)
    await this.#conversation.sendRaw(lines.map((line) => `${line}\r\n`).join(''))
  }

  /** The client's answer to a challenge, decoded from base64. */
  async ask(challenge: string): Promise<string> {
    await this.reply(challenge)
    return fromBase64((await this.#conversation.readLine()) ?? '')
  }

  async encrypt(): Promise<boolean> {
    this.encrypted = await this.#conversation.startTls(this.service.tls())
    return this.encrypted
  }

  async upgrade(replies: { readonly goAhead: string; readonly refusal: string }): Promise<void> {
    if (!this.offersUpgrade) return this.reply(replies.refusal)
    await this.reply(replies.goAhead)
    await this.encrypt()
  }

  /** SASL PLAIN (RFC 4616), with the message in the command or after a challenge. */
  async signInPlain(initial: string | undefined, challenge: string): Promise<SignInVerdict> {
    const message = initial === undefined ? await this.ask(challenge) : fromBase64(initial)
    const [, userName = '', password = ''] = message.split('\0')
    return this.signIn(userName, password)
  }

  signIn(userName: string, password: string): SignInVerdict {
    const verdict = this.service.signIn(userName, password)
    this.signedIn = verdict === 'accepted'
    return verdict
  }

  /** The lines up to one that holds a dot alone, without the dots that were put in (RFC 5321 section 4.5.2). */
  async readMessage(): Promise<string> {
    const lines: string[] = []
    for (;;) {
      const line = await this.#conversation.readLine()
      if (line === null || line === '.') return lines.map((one) => `${one}\r\n`).join('')
      lines.push(line.startsWith('.') ? line.slice(1) : line)
    }
  }
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}

import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext, type SecureContext } from 'node:tls'
import { assertNever } from '#shared/outcome.ts'
import { authority } from '../../test/support/certificates.ts'
import type { LineName } from './lines.ts'
import { HOST, USER } from './servers.ts'

/** One step of a dialogue: listen, say something and listen, or encrypt. */
type Step =
  | { readonly kind: 'hear'; readonly until: RegExp }
  | { readonly kind: 'ask'; readonly say: string; readonly until: RegExp }
  | { readonly kind: 'encrypt' }

const hear = (until: RegExp): Step => ({ kind: 'hear', until })
const ask = (say: string, until: RegExp): Step => ({ kind: 'ask', say, until })
const encrypt: Step = { kind: 'encrypt' }

const INITIAL = Buffer.from(`\0${USER.name}\0${USER.password}`).toString('base64')
const PATIENCE_MS = 20_000

const smtp = {
  greeting: hear(/^220 [^\n]*\n/m),
  ehlo: ask('EHLO [127.0.0.1]', /^250 [^\n]*\n/m),
  startTls: ask('STARTTLS', /^220 [^\n]*\n/m),
  auth: ask(`AUTH PLAIN ${INITIAL}`, /^235 [^\n]*\n/m),
}
const imap = {
  greeting: hear(/^\* OK[^\n]*\n/m),
  startTls: ask('A STARTTLS', /^A OK[^\n]*\n/m),
  capability: ask('B CAPABILITY', /^B OK[^\n]*\n/m),
  auth: ask(`C AUTHENTICATE PLAIN ${INITIAL}`, /^C OK[^\n]*\n/m),
  examine: ask('D EXAMINE INBOX', /^D OK[^\n]*\n/m),
}
const pop3 = {
  greeting: hear(/^\+OK[^\n]*\n/m),
  stls: ask('STLS', /^\+OK[^\n]*\n/m),
  capa: ask('CAPA', /^\.\r?\n/m),
  // Where PIPELINING is announced (Dovecot and the practice server do), STAT need not wait for the verdict.
  authAndStat: ask(`AUTH PLAIN ${INITIAL}\r\nSTAT`, /^\+OK[^\n]*\n\+OK \d[^\n]*\n/m),
}

/**
 * The shortest exchange the protocols allow, with the same work as a probe: what the server can do is asked before
 * the password is sent, and the mailbox is opened afterwards.
 */
const DIALOGUES: Readonly<Record<LineName, readonly Step[]>> = {
  'SMTP 465': [encrypt, smtp.greeting, smtp.ehlo, smtp.auth],
  'SMTP 587': [smtp.greeting, smtp.ehlo, smtp.startTls, encrypt, smtp.ehlo, smtp.auth],
  'IMAP 993': [encrypt, imap.greeting, imap.auth, imap.examine],
  'IMAP 143': [imap.greeting, imap.startTls, encrypt, imap.capability, imap.auth, imap.examine],
  'POP3 995': [encrypt, pop3.greeting, pop3.capa, pop3.authAndStat],
  'POP3 110': [pop3.greeting, pop3.stls, encrypt, pop3.capa, pop3.authAndStat],
}

/** Up to the refusal of a wrong password. */
const REFUSED: readonly Step[] = [
  encrypt,
  imap.greeting,
  ask(`C AUTHENTICATE PLAIN ${Buffer.from(`\0${USER.name}\0not it`).toString('base64')}`, /^C NO[^\n]*\n/m),
]

let context: SecureContext | null = null

/** Walks through one dialogue on raw sockets, with nothing in between; rejects when the server wants it otherwise. */
export function runReference(name: LineName, port: number): Promise<void> {
  return walk(DIALOGUES[name], port)
}

/** The same on port 993 with a wrong password. */
export function runRefusedReference(port: number): Promise<void> {
  return walk(REFUSED, port)
}

function walk(steps: readonly Step[], port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const walker = new Walker(steps, port, (problem) => {
      if (problem === null) resolve()
      else reject(new Error(`the reference dialogue ${problem}`))
    })
    walker.start()
  })
}

class Walker {
  readonly #steps: readonly Step[]
  readonly #raw: Socket
  readonly #onEnd: (problem: string | null) => void
  #socket: Socket
  #index = -1
  #heard = ''

  constructor(steps: readonly Step[], port: number, onEnd: (problem: string | null) => void) {
    this.#steps = steps
    this.#raw = connectTcp({ host: '127.0.0.1', port, noDelay: true })
    this.#socket = this.#raw
    this.#onEnd = onEnd
  }

  start(): void {
    this.#listen(this.#raw)
    this.#raw.setTimeout(PATIENCE_MS, () => this.#raw.destroy())
    this.#raw.once('connect', this.#goOn)
  }

  #listen(socket: Socket): void {
    socket.on('data', this.#onData)
    socket.on('error', ({ message }) => this.#onEnd(`broke in step ${this.#index}: ${message}`))
    socket.on('close', () => this.#onEnd(`ended in step ${this.#index} after "${this.#heard}"`))
  }

  /** The next command leaves in the very tick in which its turn has come, after a handshake in the same packet. */
  readonly #goOn = (): void => {
    this.#index += 1
    this.#heard = ''
    const step = this.#steps[this.#index]
    switch (step?.kind) {
      case undefined:
        this.#onEnd(null)
        // Ended, not destroyed: what the server still writes would meet a reset.
        this.#socket.end()
        return
      case 'hear':
        return
      case 'ask':
        this.#socket.write(`${step.say}\r\n`)
        return
      case 'encrypt':
        this.#encrypt()
        return
      default:
        assertNever(step)
    }
  }

  #encrypt(): void {
    context ??= createSecureContext({ ca: authority.certificate })
    this.#raw.off('data', this.#onData)
    const options = { socket: this.#raw, secureContext: context, servername: HOST }
    this.#socket = connectTls(options, this.#goOn)
    this.#listen(this.#socket)
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#heard += chunk.toString('latin1')
    const step = this.#steps[this.#index]
    if (step !== undefined && step.kind !== 'encrypt' && step.until.test(this.#heard)) this.#goOn()
  }
}

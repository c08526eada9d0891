import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type { Turn } from './behaviour.ts'

const ITERATIONS = 4_096
const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const xor = (one: Buffer, other: Buffer) =>
  Buffer.from(one.map((octet, index) => octet ^ (other[index] ?? 0)))

export interface ScramVerdict {
  /** The header and the binding data that the client sent in `c=`. */
  bound: Buffer
  accepted: boolean
}

export interface ScramTalk {
  readonly password: string
  /** The client's first message, in base64. */
  readonly initial: string
  /** What stands before a challenge. */
  readonly ask: string
}

/**
 * The server's half of SCRAM-SHA-256 (RFC 7677) up to its verdict: keeps what the client bound itself to and checks its
 * proof as a server that stores only `StoredKey` and `ServerKey` does.
 */
export async function talkScram(
  { conversation }: Turn,
  { password, initial, ask }: ScramTalk,
): Promise<ScramVerdict> {
  const clientFirst = decode(initial)
  const bare = clientFirst.slice(clientFirst.indexOf('n='))
  const salt = randomBytes(16)
  const nonce = `${bare.slice(bare.indexOf(',r=') + 3)}${randomBytes(9).toString('base64')}`
  const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${ITERATIONS}`
  conversation.send(`${ask}${encode(serverFirst)}`)
  const clientFinal = decode((await conversation.readLine()) ?? '')
  const withoutProof = clientFinal.slice(0, clientFinal.lastIndexOf(',p='))
  const proof = Buffer.from(clientFinal.slice(clientFinal.lastIndexOf(',p=') + 3), 'base64')
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256')
  const stored = createHash('sha256').update(mac(salted, 'Client Key')).digest()
  const message = `${bare},${serverFirst},${withoutProof}`
  const clientKey = xor(proof, mac(stored, message))
  const accepted = createHash('sha256').update(clientKey).digest().equals(stored)
  const bound = Buffer.from(/^c=([^,]+)/.exec(withoutProof)?.[1] ?? '', 'base64')
  if (!accepted) return { accepted, bound }
  conversation.send(`${ask}${encode(`v=${mac(mac(salted, 'Server Key'), message).toString('base64')}`)}`)
  await conversation.readLine()
  return { accepted, bound }
}

/** The same over SMTP, verdict included. */
export function scramOverSmtp(password: string, verdict: ScramVerdict): (turn: Turn) => Promise<void> {
  return async (turn) => {
    const talk = await talkScram(turn, { password, initial: turn.line.split(' ')[2] ?? '', ask: '334 ' })
    Object.assign(verdict, talk)
    turn.conversation.send(talk.accepted ? '235 2.7.0 ok' : '535 5.7.8 no')
  }
}

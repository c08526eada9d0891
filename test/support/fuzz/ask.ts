import type { ReplyMessage } from '#shared/contract/messages.ts'
import type { FuzzedProgram } from './programs.ts'

/** `first`: a stream is cancelled as soon as it has said something. `asked`: one that waits for the user, at once. */
export type Until = 'first' | 'end' | 'asked'
export type Ask = (name: string, input: unknown, until?: Until) => Promise<readonly unknown[]>

const ANSWER_MS = 20_000

/** Asks one thing after the other; everything that is ever answered is kept. */
export function asker(program: FuzzedProgram, replies: ReplyMessage[]): Ask {
  let lastId = 0
  return (name, input, until = 'first') => {
    const id = ++lastId
    return new Promise((resolve, reject) => {
      const values: unknown[] = []
      const timer = setTimeout(
        () => reject(new Error(`${name} was not answered: ${JSON.stringify(input)}`)),
        ANSWER_MS,
      )
      program.onReply((reply) => {
        replies.push(reply)
        if (reply.id !== id) return
        if ('value' in reply) values.push(reply.value)
        if (reply.type === 'event') {
          if (until === 'first' && values.length === 1) program.send({ type: 'cancel', id })
          return
        }
        clearTimeout(timer)
        resolve(values)
      })
      program.send({ type: 'ask', id, name, input })
      if (until === 'asked') program.send({ type: 'cancel', id })
    })
  }
}

const ADDRESS = 'anna@practice.example'

/** Has the engine hold a secret: a password for servers that were confirmed, which has been tried there. */
export async function giveSecret(ask: Ask, secret: string): Promise<string> {
  const endpoint = { protocol: 'imap', host: 'imap.practice.example', port: 993, security: 'tls' }
  const service = { endpoint, userName: ADDRESS, origin: 'typed', pin: null, signIn: 'password' }
  const [ticket] = await ask('setup.confirm', {
    address: ADDRESS,
    providerId: null,
    services: [service],
    previous: null,
    issuer: null,
  })
  const { setupId } = (ticket as { readonly value: { readonly setupId: string } }).value
  const credential = { kind: 'password', secret }
  const events = await ask('setup.test', { setupId, credential, sending: null, protocols: null }, 'end')
  if (!JSON.stringify(events).includes('AUTH_REJECTED'))
    throw new Error(`the password was not tried: ${JSON.stringify(events)}`)
  return setupId
}

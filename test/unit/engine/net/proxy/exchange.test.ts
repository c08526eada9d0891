import { Duplex } from 'node:stream'
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { exchange, type Parsed } from '#engine/net/proxy/exchange.ts'

const untilDot = (octets: Buffer): Parsed<string> => {
  const end = octets.indexOf('.')
  return end < 0
    ? { kind: 'more' }
    : { kind: 'done', value: octets.toString('latin1', 0, end), used: end + 1 }
}

/** A socket on which the answer lies ready, in the pieces in which it arrived. */
function answering(...pieces: readonly string[]): Socket {
  const socket = new Duplex({
    read: () => {},
    write: (_chunk, _encoding, done) => {
      for (const piece of pieces) socket.push(piece)
      done()
    },
  })
  return socket as unknown as Socket
}

test.each([
  ['in one piece', ['tunnel open.']],
  ['in several pieces that wait together', ['tun', 'nel', ' open', '.']],
  ['octet by octet', 'tunnel open.'.split('')],
])('an answer is read to its end %s', async (_, pieces) => {
  const answer = await exchange(answering(...pieces), Buffer.from('open'), untilDot)
  expect(answer).toEqual({ ok: true, value: 'tunnel open' })
})

test('what comes after the answer is left for the next reader', async () => {
  const socket = answering('tunnel', ' open.* OK', ' ready')
  await exchange(socket, Buffer.from('open'), untilDot)
  const rest = await new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.endsWith('ready')) resolve(text)
    })
  })
  expect(rest).toBe('* OK ready')
})

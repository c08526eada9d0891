import type { Socket } from 'node:net'
import { parseHostName } from '#shared/domain/host-name.ts'
import type { WebAnswer } from '#shared/domain/surroundings.ts'
import { exchange } from '#engine/net/proxy/exchange.ts'
import { parseResponseHead, type ResponseHead } from '#engine/net/proxy/http-head.ts'

/**
 * Asks for the front page of a host without TLS and reads the head of the answer: the one way to see the page that a
 * hotel puts in front of everything.
 *
 * SECURITY: an attacker on the network can write this answer. Nothing but the name of the host is sent, nothing is
 * followed, and what comes back may only explain why something has failed.
 */
export async function askWeb(socket: Socket, host: string): Promise<WebAnswer | null> {
  const question = `GET / HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Mailwright\r\nAccept: */*\r\nConnection: close\r\n\r\n`
  const answer = await exchange(socket, Buffer.from(question, 'latin1'), parseResponseHead)
  socket.destroy()
  return answer.ok ? webAnswer(answer.value) : null
}

function webAnswer({ status, fields }: ResponseHead): WebAnswer {
  const date = new Date(fields.get('date') ?? '')
  return {
    status,
    redirectHost: hostIn(fields.get('location') ?? ''),
    date: Number.isNaN(date.getTime()) ? null : date.toISOString(),
  }
}

/** The host of a full web address; its path and query may identify the user and are left out. */
function hostIn(location: string): string | null {
  const text = /^https?:\/\/(\[[0-9a-f:.]+\]|[^\s/?#:@]+)(?::\d{1,5})?(?:[/?#]|$)/i.exec(location)?.[1] ?? ''
  const host = parseHostName(text.toLowerCase())
  return host.ok ? host.value.ascii : null
}

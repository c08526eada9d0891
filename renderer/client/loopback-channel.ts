import type { Channel, RequestMessage } from '#shared/contract/messages.ts'

/** Why the line to the browser host is no longer there. */
export type LossReason = 'idle' | 'gone'

const IDLE_CODE = 4408
const PLACEHOLDER = '%MAILWRIGHT_SESSION%'

/**
 * The key the host wrote into this very page, `null` when there is none. It is taken out of the page and the link
 * out of the address bar: both have done their work.
 */
export function takeSessionKey(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="mailwright-session"]')
  const key = meta?.content ?? ''
  meta?.remove()
  history.replaceState(null, '', '/')
  return key === '' || key === PLACEHOLDER ? null : key
}

/** A WebSocket to the host this page came from. Nothing is sent before the host has been shown the key. */
export function openLoopback(key: string, onLoss: (reason: LossReason) => void): Channel<RequestMessage> {
  const socket = new WebSocket(`ws://${location.host}/engine`)
  const waiting: string[] = [JSON.stringify({ hello: key })]
  socket.addEventListener('open', () => {
    for (const text of waiting.splice(0)) socket.send(text)
  })
  socket.addEventListener('close', ({ code }) => onLoss(code === IDLE_CODE ? 'idle' : 'gone'))
  return {
    send: (message) => {
      const text = JSON.stringify(message)
      if (socket.readyState === WebSocket.CONNECTING) waiting.push(text)
      else if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    listen: (listener) =>
      socket.addEventListener('message', ({ data }: MessageEvent<string>) => listener(JSON.parse(data))),
  }
}

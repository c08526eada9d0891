import { forgetLeft, leaveBehind, takeLeft, type TabStorage } from '#renderer/client/tab-storage.ts'
import type { Channel, RequestMessage } from '#shared/contract/messages.ts'

/** Why the line to the browser host is no longer there. */
export type LossReason = 'idle' | 'gone'

const IDLE_CODE = 4408
const PLACEHOLDER = '%MAILWRIGHT_SESSION%'
const LEFT_KEY = 'mailwright-session'

/**
 * The key the host wrote into this very page, or the one that the page before it has left when it was loaded again;
 * `null` when there is none. It is taken out of the page and the link out of the address bar: both have done their work.
 */
export function takeSessionKey(storage: TabStorage): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="mailwright-session"]')
  const written = meta?.content ?? ''
  meta?.remove()
  history.replaceState(history.state, '', '/')
  const isAgain = written === '' || written === PLACEHOLDER
  const key = isAgain ? takeLeft(storage, LEFT_KEY) : written
  // A fresh link begins afresh.
  if (!isAgain) forgetLeft(storage)
  // SECURITY: only when the page goes, so that it is not in the storage, and maybe on a disk, as long as it is open.
  if (key !== null) addEventListener('pagehide', () => leaveBehind(storage, LEFT_KEY, key))
  return key
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

import type { Channel, ReplyMessage, RequestMessage } from '#shared/contract/messages.ts'
import type { ServeOptions } from '#shared/contract/server.ts'

/** Both ends of a carrier, and everything that went over it. */
export interface Carrier {
  readonly page: Channel<RequestMessage>
  readonly engine: Channel<ReplyMessage>
  /** Speaks for the page without any check, as a hostile page would. */
  readonly say: (message: unknown) => void
  readonly asked: readonly unknown[]
  readonly replies: readonly ReplyMessage[]
}

/** @param copy what the carrier does to a message: IPC clones it, a socket turns it into text and back */
export function createCarrier(copy: (message: unknown) => unknown): Carrier {
  const asked: unknown[] = []
  const replies: ReplyMessage[] = []
  let toEngine: (message: unknown) => void = () => {}
  let toPage: (message: unknown) => void = () => {}
  const say = (message: unknown) => {
    asked.push(message)
    queueMicrotask(() => toEngine(copy(message)))
  }
  return {
    page: { send: say, listen: (listener) => void (toPage = listener) },
    engine: {
      send: (message) => {
        replies.push(message)
        queueMicrotask(() => toPage(copy(message)))
      },
      listen: (listener) => void (toEngine = listener),
    },
    say,
    asked,
    replies,
  }
}

export const COPIES: readonly (readonly [string, (message: unknown) => unknown])[] = [
  ['a structured clone', (message) => structuredClone(message)],
  ['JSON', (message) => JSON.parse(JSON.stringify(message)) as unknown],
]

export const createCancellation: ServeOptions['createCancellation'] = () => {
  const controller = new AbortController()
  return { signal: controller.signal, cancel: () => controller.abort() }
}

/** Lets everything that is under way come to its end. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

import type { Channel, RequestMessage } from '#shared/contract/messages.ts'

declare global {
  var mailwrightBridge: Channel<RequestMessage> | undefined
}

/** The channel that the preload of the desktop shell puts into the window. */
export function takeBridge(): Channel<RequestMessage> | null {
  return globalThis.mailwrightBridge ?? null
}

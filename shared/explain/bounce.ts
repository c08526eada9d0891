import type { ServerReply } from '#shared/domain/server-reply.ts'

/** RFC 3464 section 2.3.3; `failed` also where a text says so in its own words. */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

/** What became of a message on its way to one recipient. */
export interface Delivery {
  readonly recipient: string | null
  /** Whoever refused it, if it was not the sender's own server. */
  readonly remoteServer: string | null
  readonly action: DeliveryAction
  readonly reply: ServerReply | null
}

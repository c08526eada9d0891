import type { ServerReply, SmtpCommand } from '#shared/domain/server-reply.ts'

/** RFC 3464 section 2.3.3; `failed` also where a text says so in its own words. */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

/** What became of a message on its way to one recipient. */
export interface BouncedDelivery {
  readonly recipient: string | null
  /** The server that refused it, if it was not the sender's own. */
  readonly remoteServer: string | null
  readonly action: DeliveryAction
  readonly reply: ServerReply | null
  /** What was refused, where the words around the reply say it. */
  readonly command?: SmtpCommand | null
}

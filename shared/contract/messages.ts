import * as v from 'valibot'

/** The longest message a page may send, in characters of its JSON form. */
export const MAX_MESSAGE_LENGTH = 65_536

const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))
const name = v.pipe(v.string(), v.maxLength(64))

export const requestMessage = v.variant('type', [
  v.strictObject({ type: v.literal('ask'), id, name, input: v.unknown() }),
  v.strictObject({ type: v.literal('cancel'), id }),
])

/** From the page to the engine. `name` is `group.member` of the contract. */
export type RequestMessage = v.InferOutput<typeof requestMessage>

/** Why a request was not carried out. `IPC_BAD`: malformed, unknown or one too many. `INTERNAL`: a bug on our side. */
export type RefusalCode = 'IPC_BAD' | 'INTERNAL'

/** From the engine to the page. A call ends with its answer, a stream with nothing. */
export type ReplyMessage =
  | { readonly type: 'event'; readonly id: number; readonly value: unknown }
  | { readonly type: 'end'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'refused'; readonly id: number; readonly code: RefusalCode }

/** One end of a carrier: an IPC channel, a socket, or a pair of functions. Order is kept, nothing is lost. */
export interface Channel<Out> {
  readonly send: (message: Out) => void
  /** The listener receives whatever arrives, unchecked. */
  readonly listen: (listener: (message: unknown) => void) => void
}

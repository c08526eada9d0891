import { createEventQueue } from '#shared/contract/event-queue.ts'
import type { Channel, ReplyMessage, RequestMessage } from '#shared/contract/messages.ts'
import type { AnySpec, CancelSignal, ClientOf, Contract, MembersOf } from '#shared/contract/spec.ts'

/** A request the engine did not carry out: a bug on one side, never an expected failure. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** Builds the asking end of a contract over any carrier. */
export function createClient<C extends Contract>(
  groups: MembersOf<C>,
  channel: Channel<RequestMessage>,
): ClientOf<C> {
  const line = createLine(channel)
  const bound = Object.entries(groups).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.entries<Pick<AnySpec, 'kind'>>(members).map(([member, spec]) => [
        member,
        bindMember(line, spec.kind, `${group}.${member}`),
      ]),
    ),
  ])
  return Object.fromEntries(bound) as ClientOf<C>
}

/** What waits for the replies to one request. */
interface Pending {
  readonly event: (value: unknown) => void
  readonly end: (value: unknown) => void
  readonly fail: (error: Error) => void
}

interface Line {
  readonly open: (name: string, input: unknown, pending: Pending) => number
  readonly cancel: (id: number) => void
}

function createLine(channel: Channel<RequestMessage>): Line {
  const pendings = new Map<number, Pending>()
  let lastId = 0
  channel.listen((message) => deliver(pendings, message as ReplyMessage))
  return {
    open: (name, input, pending) => {
      const id = ++lastId
      pendings.set(id, pending)
      channel.send({ type: 'ask', id, name, input })
      return id
    },
    cancel: (id) => {
      if (pendings.has(id)) channel.send({ type: 'cancel', id })
    },
  }
}

function deliver(pendings: Map<number, Pending>, message: ReplyMessage): void {
  const pending = pendings.get(message.id)
  if (pending === undefined) return
  if (message.type === 'event') return pending.event(message.value)
  pendings.delete(message.id)
  if (message.type === 'end') pending.end(message.value)
  else pending.fail(new RefusedError(message.code))
}

function bindMember(line: Line, kind: 'call' | 'stream', name: string) {
  return kind === 'call'
    ? (input: unknown) => askOnce(line, name, input)
    : (input: unknown, signal?: CancelSignal) => askForStream(line, name, input, signal)
}

function askOnce(line: Line, name: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    line.open(name, input, { event: () => {}, end: resolve, fail: reject })
  })
}

function askForStream(
  line: Line,
  name: string,
  input: unknown,
  signal?: CancelSignal,
): AsyncIterable<unknown> {
  const queue = createEventQueue<unknown>(() => cancel())
  const id = line.open(name, input, { event: queue.push, end: queue.end, fail: queue.fail })
  const cancel = () => line.cancel(id)
  if (signal?.aborted === true) cancel()
  else signal?.addEventListener('abort', cancel, { once: true })
  return queue
}

import * as v from 'valibot'
import {
  requestMessage,
  type Channel,
  type RefusalCode,
  type ReplyMessage,
  type RequestMessage,
} from '#shared/contract/messages.ts'
import type { AnySpec, CancelSignal, Contract, HandlersOf } from '#shared/contract/spec.ts'

/** A page has no reason to ask for more at once; one that does is broken or hostile. */
const MAX_OPEN_REQUESTS = 32

export interface ServeOptions {
  /** Makes the signal that tells a handler its asker has left. */
  readonly createCancellation: () => { readonly signal: CancelSignal; readonly cancel: () => void }
  /** Receives what handlers throw: bugs, by definition. The page only learns that there was one. */
  readonly onBug: (error: unknown, name: string) => void
}

/**
 * The answering end of one carrier; `close` cancels whatever is still under way, and nothing is answered after it: a
 * page that takes the place of another counts its requests from one again.
 */
export interface Service {
  readonly close: () => void
}

/**
 * Answers a contract over any carrier. Every message is checked against the contract first; one that does not fit
 * is refused with `IPC_BAD` and has no effect.
 */
export function serve<C extends Contract>(
  contract: C,
  handlers: HandlersOf<C>,
  channel: Channel<ReplyMessage>,
  options: ServeOptions,
): Service {
  const open = new Map<number, () => void>()
  let state: 'open' | 'closed' = 'open'
  const send = (message: ReplyMessage) => {
    if (state === 'open') channel.send(message)
  }
  channel.listen((raw) => {
    const message = v.safeParse(requestMessage, raw, { abortEarly: true })
    if (!message.success) send({ type: 'refused', id: 0, code: 'IPC_BAD' })
    else if (message.output.type === 'cancel') open.get(message.output.id)?.()
    else carryOut(message.output)
  })

  const carryOut = ({ id, name, input }: Extract<RequestMessage, { type: 'ask' }>) => {
    const refuse = (code: RefusalCode) => send({ type: 'refused', id, code })
    const target = findTarget(contract, handlers, name)
    const checked = target === null ? null : v.safeParse(target.spec.input, input, { abortEarly: true })
    const crowded = open.has(id) || open.size >= MAX_OPEN_REQUESTS
    if (target === null || !checked?.success || crowded) return refuse('IPC_BAD')
    const { signal, cancel } = options.createCancellation()
    open.set(id, cancel)
    answer(target, checked.output, signal, id, send)
      .catch((error: unknown) => {
        options.onBug(error, name)
        refuse('INTERNAL')
      })
      .finally(() => open.delete(id))
  }

  return {
    close: () => {
      state = 'closed'
      for (const cancel of open.values()) cancel()
    },
  }
}

type AnyHandler = (input: unknown, signal: CancelSignal) => unknown

interface Target {
  readonly spec: AnySpec
  readonly handler: AnyHandler
}

/** Only names of the table itself are found: `constructor` and its kind are not calls. */
function findTarget(contract: Contract, handlers: HandlersOf<Contract>, name: string): Target | null {
  const [group = '', member = '', ...rest] = name.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, group)) return null
  const members = contract[group]
  if (members === undefined || !Object.hasOwn(members, member)) return null
  const spec = members[member]
  const handler = handlers[group]?.[member] as AnyHandler | undefined
  return spec === undefined || handler === undefined ? null : { spec, handler }
}

async function answer(
  target: Target,
  input: unknown,
  signal: CancelSignal,
  id: number,
  send: (message: ReplyMessage) => void,
): Promise<void> {
  const result = target.handler(input, signal)
  if (target.spec.kind === 'call') return send({ type: 'end', id, value: await result })
  // A cancelled stream still tells how it ended: the handler hears the signal and comes to its end by itself.
  for await (const value of result as AsyncIterable<unknown>) send({ type: 'event', id, value })
  send({ type: 'end', id })
}

import * as fc from 'fast-check'
import * as v from 'valibot'
import { contract } from '#shared/contract/contract.ts'
import { MAX_MESSAGE_LENGTH, requestMessage } from '#shared/contract/messages.ts'
import type { AnySpec } from '#shared/contract/spec.ts'
import { mutationsOf, nested, SMALL_HOSTILE } from '../../unit/shared/contract/mutations.ts'
import { goodInputsFor } from './good-inputs.ts'

/** Everything a page can ask, by its name in a message. */
export const CALLS: ReadonlyMap<string, AnySpec> = new Map(
  Object.entries(contract as Readonly<Record<string, Readonly<Record<string, AnySpec>>>>).flatMap(
    ([group, members]) =>
      Object.entries(members).map(([member, spec]) => [`${group}.${member}`, spec] as const),
  ),
)

/** What a structured clone carries and JSON does not: IPC hands all of it to the engine. */
function onlyCloned(): fc.Arbitrary<unknown> {
  const circle: unknown[] = []
  circle.push(circle)
  const sparse: unknown[] = []
  sparse.length = 10_000
  const looksAlike = new Map<string, unknown>([['setupId', 'a1b2']])
  return fc.constantFrom<unknown>(
    new Date(Number.NaN),
    looksAlike,
    new Set(['a1b2']),
    new Uint8Array(1_000),
    new Float64Array([Number.NaN]),
    new ArrayBuffer(8),
    10n ** 30n,
    /(a+)+$/,
    new Error('a1b2'),
    Object('a1b2'),
    Object(993),
    circle,
    sparse,
    nested(2_000),
  )
}

export type CarrierKind = 'ipc' | 'web-socket'

/** A message and whether the contract takes it, as it is when it has been carried. */
export interface MutatedMessage {
  readonly message: unknown
  readonly fits: boolean
}

export interface MutatedCalls {
  readonly name: string
  readonly messages: readonly MutatedMessage[]
}

/**
 * Call by call, so that a night's worth need not be held at once.
 * @param runs how many for each call; the same seed makes the same ones
 */
export function* mutatedCalls(carrier: CarrierKind, runs: number, seed: number): Generator<MutatedCalls> {
  const hostile =
    carrier === 'ipc'
      ? fc.oneof({ weight: 3, arbitrary: SMALL_HOSTILE }, { weight: 1, arbitrary: onlyCloned() })
      : SMALL_HOSTILE
  for (const [name, { input }] of CALLS) {
    const inputs = goodInputsFor(input).chain((good) => mutationsOf(good, hostile))
    // One in five is damaged as a message: its name, its number or its kind.
    const messages = fc.oneof(
      { weight: 4, arbitrary: inputs.map((mutated) => ({ type: 'ask', id: 1, name, input: mutated })) },
      {
        weight: 1,
        arbitrary: goodInputsFor(input).chain((good) =>
          mutationsOf({ type: 'ask', id: 1, name, input: good }, hostile),
        ),
      },
    )
    const sampled = fc.sample(messages, { numRuns: runs, seed })
    yield { name, messages: sampled.flatMap((message) => asCarried(carrier, message)) }
  }
}

/** More than a message may be over a WebSocket, and less than over IPC. */
export const TEN_MILLION = 'x'.repeat(10_000_000)
const MOST_OVER_WEB_SOCKET = 'x'.repeat(MAX_MESSAGE_LENGTH - 1_000)

/**
 * For each call a good input with something in the place of a part of it, or of all of it, that is huge or says that it
 * is. An empty array is an object without keys: a call that asks for nothing takes it.
 */
export function hugeCalls(carrier: CarrierKind, seed: number): readonly MutatedCalls[] {
  const sparse: unknown[] = []
  sparse.length = 4_000_000_000
  return [...CALLS].map(([name, { input }]) => {
    const [good] = fc.sample(goodInputsFor(input), { numRuns: 1, seed })
    const parts = Object.keys(Object(good) as object)
    const part = parts[Math.abs(seed) % parts.length]
    const withIn = (huge: unknown) => (part === undefined ? huge : { ...Object(good), [part]: huge })
    const inputs =
      carrier === 'ipc' ? [withIn(TEN_MILLION), sparse, withIn(sparse)] : [withIn(MOST_OVER_WEB_SOCKET)]
    const messages = inputs.map((changed) => ({ type: 'ask', id: 1, name, input: changed as unknown }))
    return { name, messages: messages.map((message) => ({ message, fits: fitsContract(message) })) }
  })
}

/** Functions and the like are refused by the carrier itself, in the page, before anything is sent. */
function asCarried(carrier: CarrierKind, message: unknown): readonly MutatedMessage[] {
  try {
    const carried =
      carrier === 'ipc' ? structuredClone(message) : (JSON.parse(JSON.stringify(message)) as unknown)
    return [{ message: carried, fits: fitsContract(carried) }]
  } catch {
    return []
  }
}

/** Whether the engine may act on it. A cancellation is taken too, and is for nothing that is open. */
export function fitsContract(message: unknown): boolean {
  const read = v.safeParse(requestMessage, message)
  if (!read.success) return false
  if (read.output.type === 'cancel') return true
  const spec = CALLS.get(read.output.name)
  return spec !== undefined && v.is(spec.input, read.output.input)
}

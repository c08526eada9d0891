import type { GenericSchema } from 'valibot'

/** Like an AbortSignal, in words that need no platform. */
export interface CancelSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Carries a type and no value: what a call answers is typed, only what it is asked is checked at run time. */
export interface Answer<T> {
  readonly answer?: T
}

/** One question, one answer. */
export interface CallSpec<I, O> extends Answer<O> {
  readonly kind: 'call'
  readonly input: GenericSchema<unknown, I>
}

/** One question, a series of events, an end. */
export interface StreamSpec<I, E> extends Answer<E> {
  readonly kind: 'stream'
  readonly input: GenericSchema<unknown, I>
}

export type AnySpec = CallSpec<unknown, unknown> | StreamSpec<unknown, unknown>

/** A contract: groups of named calls and streams. It knows no transport. */
export type Contract = Readonly<Record<string, Readonly<Record<string, AnySpec>>>>

export function answers<O>(): Answer<O> {
  return {}
}

export function call<I, O>(input: GenericSchema<unknown, I>, _answer: Answer<O>): CallSpec<I, O> {
  return { kind: 'call', input }
}

export function stream<I, E>(input: GenericSchema<unknown, I>, _event: Answer<E>): StreamSpec<I, E> {
  return { kind: 'stream', input }
}

type ClientMember<S> =
  S extends CallSpec<infer I, infer O>
    ? (input: I) => Promise<O>
    : S extends StreamSpec<infer I, infer E>
      ? (input: I, signal?: CancelSignal) => AsyncIterable<E>
      : never

type HandlerMember<S> =
  S extends CallSpec<infer I, infer O>
    ? (input: I, signal: CancelSignal) => Promise<O> | O
    : S extends StreamSpec<infer I, infer E>
      ? (input: I, signal: CancelSignal) => AsyncIterable<E>
      : never

/** All that the asking end has to know of a contract at run time; the checks of what is asked stay with the engine. */
export type MembersOf<C extends Contract> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: Pick<C[G][N], 'kind'> }
}

/** The asking end of a contract. */
export type ClientOf<C extends Contract> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: ClientMember<C[G][N]> }
}

/** The answering end of a contract. */
export type HandlersOf<C extends Contract> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: HandlerMember<C[G][N]> }
}

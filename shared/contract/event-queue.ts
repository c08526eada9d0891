/**
 * Joins a producer that must not wait with a consumer that may be slow: events are kept in order until they are
 * taken. The producer bounds their number; a queue for one probe holds a few dozen.
 */
export interface EventQueue<T> extends AsyncIterable<T> {
  readonly push: (value: T) => void
  readonly end: () => void
  readonly fail: (error: Error) => void
}

interface Waiter<T> {
  readonly resolve: (result: IteratorResult<T>) => void
  readonly reject: (error: Error) => void
}

/** @param onAbandon called when the consumer leaves the loop before the end. */
export function createEventQueue<T>(onAbandon: () => void = () => {}): EventQueue<T> {
  const values: T[] = []
  let waiter: Waiter<T> | null = null
  let ending: { readonly error: Error | null } | null = null

  const settle = () => {
    if (waiter === null || (values.length === 0 && ending === null)) return
    const { resolve, reject } = waiter
    waiter = null
    if (values.length > 0) resolve({ done: false, value: values.shift() as T })
    else if (ending?.error) reject(ending.error)
    else resolve({ done: true, value: undefined })
  }

  const finish = (error: Error | null) => {
    ending ??= { error }
    settle()
  }

  return {
    push: (value) => {
      if (ending === null) values.push(value)
      settle()
    },
    end: () => finish(null),
    fail: (error) => finish(error),
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve, reject) => {
          waiter = { resolve, reject }
          settle()
        }),
      return: () => {
        if (ending === null) onAbandon()
        values.length = 0
        finish(null)
        return Promise.resolve({ done: true, value: undefined })
      },
    }),
  }
}

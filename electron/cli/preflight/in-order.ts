/** So many results wait for one that takes long, for each that is under way. */
const WAITING_FOR_EACH = 8

/**
 * Does the work for every item, so many at once, and gives the results in the order of the items. One that takes long
 * holds up those behind it only as far as their results need little memory.
 */
export async function* inOrder<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const left = items[Symbol.iterator]()
  const results: Promise<R>[] = []
  let underWay = 0
  const begin = () => {
    while (underWay < atOnce && results.length < atOnce * WAITING_FOR_EACH) {
      const next = left.next()
      if (next.done === true) return
      underWay += 1
      const result = work(next.value).finally(() => {
        underWay -= 1
        begin()
      })
      // It is told where it is waited for.
      result.catch(() => {})
      results.push(result)
    }
  }
  begin()
  for (let first = results.shift(); first !== undefined; first = results.shift()) {
    yield await first
    begin()
  }
}

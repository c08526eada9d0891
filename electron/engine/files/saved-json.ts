import * as v from 'valibot'

/** What a file of ours holds; `null` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether a file says of itself that a later version wrote it. What that means by the rest is not guessed. */
export function isNewer(content: unknown, schema: number): boolean {
  return v.is(v.object({ schema: v.pipe(v.number(), v.integer(), v.minValue(schema + 1)) }), content)
}

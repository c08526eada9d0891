import * as fc from 'fast-check'
import { CALLS, fitsContract } from './mutated-calls.ts'
import { goodInputsFor } from './good-inputs.ts'

/** One frame of a WebSocket, and what comes of it. */
export interface MutatedText {
  readonly data: string | Buffer
  readonly kind: 'text' | 'binary'
  readonly ending: 'refused' | 'closed'
}

/** Half a character, a surrogate, an overlong form, and what no text begins with. */
const NO_UTF8 = [[0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xff], [0xf5, 0x80, 0x80, 0x80]]
const DEPTH = 30_000

const goodTexts = fc
  .constantFrom(...CALLS)
  .chain(([name, { input }]) =>
    goodInputsFor(input).map((good) => ({ type: 'ask', id: 1, name, input: good })),
  )
  .map((message) => JSON.stringify(message))

const insert = (text: string, at: number, octets: readonly number[]) => {
  const whole = Buffer.from(text)
  const place = at % whole.length
  return Buffer.concat([whole.subarray(0, place), Buffer.from(octets), whole.subarray(place)])
}

const place = fc.nat(100_000)
const kind = fc.constantFrom('text' as const, 'binary' as const)
const refused = (data: string | Buffer, as: 'text' | 'binary'): MutatedText => ({
  data,
  kind: as,
  ending: 'refused',
})

const texts: fc.Arbitrary<MutatedText> = fc.oneof(
  fc.tuple(goodTexts, place, kind).map(([text, at, as]) => refused(text.slice(0, at % text.length), as)),
  fc
    .tuple(goodTexts, place, fc.integer({ min: 0, max: 127 }), kind)
    .map(([text, at, octet, as]) => refused(insert(text, at, [octet]), as)),
  fc
    .tuple(goodTexts, place, fc.constantFrom(...NO_UTF8))
    .map(([text, at, octets]) => refused(insert(text, at, octets), 'binary')),
  fc.tuple(goodTexts, place, fc.constantFrom(...NO_UTF8)).map(([text, at, octets]): MutatedText => ({
    data: insert(text, at, octets),
    kind: 'text',
    ending: 'closed',
  })),
  fc.tuple(goodTexts, kind).map(([text, as]) => refused(text.replace('"id":1', '"id":1e999'), as)),
  fc
    .tuple(goodTexts, kind)
    .map(([text, as]) =>
      refused(text.replace('"type":"ask"', '"type":"ask","__proto__":{"polluted":true}'), as),
    ),
  fc.tuple(goodTexts, kind).map(([text, as]) => refused(`${text}${text}`, as)),
  fc
    .tuple(fc.constantFrom(...CALLS.keys()), kind)
    .map(([name, as]) =>
      refused(`{"type":"ask","id":1,"name":"${name}","input":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`, as),
    ),
)

/** Frames that hold no message of the contract; the same seed makes the same ones. */
export function mutatedTexts(runs: number, seed: number): readonly MutatedText[] {
  return fc
    .sample(texts, { numRuns: runs, seed })
    .filter(({ data, ending }) => ending === 'closed' || !holdsMessage(data))
}

function holdsMessage(data: string | Buffer): boolean {
  try {
    return fitsContract(JSON.parse(data.toString('utf8')))
  } catch {
    return false
  }
}

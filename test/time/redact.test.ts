import { describe, expect, test } from 'vitest'
import { createRedactor } from '#shared/report/redact.ts'

const TEN = 10
/** Ten times the input against ten of it: once as long, in theory. Searching anew from every place: ten times. */
const MOST_TIMES = 2.5
const OCTETS = 1_200
const RUNS = 10

/** Both in turns, the quickest run of each: what else the machine does makes one slower and never quicker. */
function ratioOf(large: () => unknown, small: () => unknown): number {
  const took = (work: () => unknown) => {
    const before = performance.now()
    work()
    return performance.now() - before
  }
  const runs = Array.from({ length: RUNS }, () => [
    took(large),
    took(() => {
      for (let run = 0; run < TEN; run += 1) small()
    }),
  ])
  const quickest = (which: 0 | 1) => Math.min(...runs.map((run) => run[which] ?? Number.NaN))
  return quickest(0) / quickest(1)
}

describe('the time it takes to redact grows with the text and no faster', () => {
  const repeated = (unit: string) => (octets: number) => unit.repeat(octets / unit.length)

  const half = (octets: number) => 'a'.repeat(octets / 2)

  test.each<readonly [string, (octets: number) => string, (octets: number) => string]>([
    ['an ordinary text', () => 'correct horse ä', repeated('a line of quite ordinary length ')],
    ['the secret over and over', () => 'correct horse ä', repeated('correct horse ä, ')],
    ['escapes alone', () => 'correct horse ä', repeated('%C3%A4\\u00e4&#228;')],
    ['nothing but the end of the secret', (octets) => `b${half(octets)}`, repeated('a')],
    ['nothing but the beginning of the secret', (octets) => `${half(octets)}b`, repeated('a')],
    ['nothing but pieces of the secret', (octets) => `a${half(octets / 2)}ba${half(octets / 2)}`, half],
    ['a secret in every place', half, repeated('a')],
    ['a secret of letters that are two octets', (octets) => repeated('ä')(octets / 2), repeated('ä')],
    ['a secret broken over words', () => 'correct-horse-ä', repeated('correct -horse-ä ')],
    ['hexadecimal digits', () => 'correct horse ä', repeated('63:6f:72 0x72')],
    ['percent signs of percent signs', () => 'correct horse ä', repeated('%2525')],
    ['separators alone', () => 'correct horse ä', repeated('63 : ')],
    ['a secret that is full of escapes', repeated('x%"&'), (octets) => encodeURI(repeated('x%"&')(octets))],
  ])('%s', (_, secretOf, textOf) => {
    const work = (octets: number) => {
      const redact = createRedactor([secretOf(octets)])
      const text = textOf(octets)
      return () => redact(text)
    }
    expect(ratioOf(work(OCTETS * TEN), work(OCTETS))).toBeLessThan(MOST_TIMES)
  })

  test.each(['a', 'ä', 'x%"&'])('and so does getting ready for a secret made of %j', (unit) => {
    const work = (octets: number) => () => createRedactor([repeated(unit)(octets)])
    expect(ratioOf(work(OCTETS * TEN), work(OCTETS))).toBeLessThan(MOST_TIMES)
  })
})

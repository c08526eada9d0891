import { array, assert, constant, nat, oneof, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReadAhead } from '#engine/protocols/read-ahead.ts'

/** What a network can do to a text: cut it anywhere, and let the reader come in between. */
const steps = array(
  oneof(
    record({ push: string({ maxLength: 12 }) }),
    record({ push: constant('a line\n') }),
    record({ take: nat(20) }),
  ),
  { maxLength: 60 },
)

describe('what is read ahead', () => {
  test('comes out as it went in, wherever it was cut', () => {
    assert(
      property(steps, (script) => {
        const ahead = new ReadAhead()
        let model = Buffer.alloc(0)
        for (const step of script) {
          if ('push' in step) {
            ahead.push(Buffer.from(step.push))
            model = Buffer.concat([model, Buffer.from(step.push)])
          } else {
            expect(ahead.take(step.take).toString('hex')).toBe(model.subarray(0, step.take).toString('hex'))
            model = model.subarray(step.take)
          }
          expect(ahead.length).toBe(model.length)
          expect(ahead.findLineFeed()).toBe(model.indexOf(0x0a))
        }
      }),
    )
  })

  test('stays as it is when it has been taken and more arrives', () => {
    const ahead = new ReadAhead()
    ahead.push(Buffer.from('one'))
    ahead.push(Buffer.from('two'))
    const taken = ahead.take(4)
    ahead.push(Buffer.from('three'))
    expect(taken.toString()).toBe('onet')
    expect(ahead.take(99).toString()).toBe('wothree')
  })

  test('never writes into a piece that the caller has given', () => {
    const given = Buffer.from('given.......')
    const ahead = new ReadAhead()
    ahead.push(given.subarray(0, 5))
    ahead.push(Buffer.from(' more'))
    expect(given.toString()).toBe('given.......')
    expect(ahead.take(99).toString()).toBe('given more')
  })
})

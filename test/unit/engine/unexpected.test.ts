import { expect, test } from 'vitest'
import { nameUnexpected } from '#engine/unexpected.ts'

const coded = (code: unknown) => Object.assign(new TypeError('hunter2'), { code })

test.each<readonly [string, unknown, string]>([
  ['an error', new Error('hunter2'), 'internal error (Error) [INTERNAL]'],
  ['one of another kind', new RangeError('hunter2'), 'internal error (RangeError) [INTERNAL]'],
  [
    'one that was stopped',
    new DOMException('hunter2', 'AbortError'),
    'internal error (AbortError) [INTERNAL]',
  ],
  ['one with a code of the system', coded('ECONNRESET'), 'internal error (TypeError, ECONNRESET) [INTERNAL]'],
  ['one with a code of Node', coded('ERR_TLS_X'), 'internal error (TypeError, ERR_TLS_X) [INTERNAL]'],
  ['one whose code is a secret', coded('hunter2'), 'internal error (TypeError) [INTERNAL]'],
  [
    'one whose code is no text',
    coded({ toString: () => 'hunter2' }),
    'internal error (TypeError) [INTERNAL]',
  ],
  ['one whose cause tells', new Error('x', { cause: 'hunter2' }), 'internal error (Error) [INTERNAL]'],
  [
    'one whose name is a secret',
    Object.assign(new Error('x'), { name: 'hunter2 Error' }),
    'internal error (unknown) [INTERNAL]',
  ],
  ['a text', 'hunter2', 'internal error (unknown) [INTERNAL]'],
  ['nothing', undefined, 'internal error (unknown) [INTERNAL]'],
])('%s is named, and its message is not', (_, error, words) => {
  expect(nameUnexpected(error)).toBe(words)
})

import { format, inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Secret } from '#engine/secret.ts'

const CANARY = 'cAnary-hunter2'
const secret = new Secret(CANARY)

describe('a secret', () => {
  test('is given to who asks for it by name', () => {
    expect(secret.reveal()).toBe(CANARY)
  })

  test.each<readonly [string, () => string]>([
    ['in a template', () => `password: ${String(secret)}`],
    ['joined to a text', () => 'password: '.concat(secret.toString())],
    ['in a list', () => [secret].join(',')],
    ['as JSON', () => JSON.stringify(secret)],
    ['as JSON inside an object', () => JSON.stringify({ credential: { kind: 'password', secret } })],
    ['inspected', () => inspect(secret)],
    ['inspected in depth', () => inspect({ a: [{ secret }] }, { depth: null, showHidden: true })],
    ['in a log line', () => format('%s %o %O %j', secret, secret, secret, secret)],
    ['in the text of an error', () => inspect(new Error(`failed with ${String(secret)}`))],
    ['as the cause of an error', () => inspect(new Error('failed', { cause: secret }))],
  ])('prints as [password] %s', (_, print) => {
    expect(print()).toContain('[password]')
    expect(print()).not.toContain(CANARY)
  })

  test.each<readonly [string, () => unknown]>([
    ['its keys', () => Reflect.ownKeys(secret)],
    ['its entries', () => Object.entries(secret)],
    ['a copy', () => Object.assign({}, secret)],
    ['a structured clone', () => structuredClone(secret)],
    [
      'an inspection that asks for everything',
      () => inspect(secret, { customInspect: false, showHidden: true }),
    ],
  ])('is not in %s', (_, look) => {
    expect(inspect(look(), { depth: null, showHidden: true })).not.toContain(CANARY)
  })
})

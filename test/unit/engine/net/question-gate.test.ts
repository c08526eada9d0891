import { expect, test } from 'vitest'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'
import { withFewQuestions } from '#engine/net/question-gate.ts'

/** Answers a question only when it is told to. */
function heldResolver() {
  const open: (() => void)[] = []
  const ask = <T>() =>
    new Promise<Outcome<readonly T[], ResolverFault>>((resolve) => open.push(() => resolve(ok([]))))
  const resolver: Resolver = {
    addresses: ask,
    services: ask,
    texts: ask,
    nameServers: ask,
    mailExchangers: ask,
    mailRoutes: ask,
    aliases: ask,
    pointers: ask,
    pinnedUsages: ask,
  }
  return { resolver, open }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const { signal } = new AbortController()

test('so many questions are under way and no more, whatever they are about', async () => {
  const { resolver, open } = heldResolver()
  const gated = withFewQuestions(resolver, 2)
  const answers = [
    gated.addresses('a.test', signal),
    gated.mailRoutes('b.test', signal),
    gated.texts('c.test', signal),
    gated.aliases('d.test', signal),
  ]
  await settled()
  expect(open).toHaveLength(2)
  open[0]?.()
  await settled()
  expect(open).toHaveLength(3)
  for (const answer of [1, 2]) open[answer]?.()
  await settled()
  open[3]?.()
  expect((await Promise.all(answers)).every((answer) => answer.ok)).toBe(true)
})

test('what is called off while it waits has its answer at once, and leaves its place to the next', async () => {
  const { resolver, open } = heldResolver()
  const gated = withFewQuestions(resolver, 1)
  const first = gated.texts('a.test', signal)
  const own = new AbortController()
  const second = gated.texts('b.test', own.signal)
  const third = gated.texts('c.test', signal)
  own.abort()
  expect(await second).toEqual({ ok: false, error: { kind: 'cancelled' } })
  expect(open).toHaveLength(1)
  open[0]?.()
  await first
  await settled()
  expect(open).toHaveLength(2)
  open[1]?.()
  expect(await third).toEqual(ok([]))
})

test('what was called off before is not asked', async () => {
  const { resolver, open } = heldResolver()
  expect(await withFewQuestions(resolver, 1).texts('a.test', AbortSignal.abort())).toMatchObject({
    ok: false,
  })
  expect(open).toEqual([])
})

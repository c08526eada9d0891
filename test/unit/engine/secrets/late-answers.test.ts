import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { exchangeSecrets } from '#engine/secrets/exchange-secrets.ts'
import { createKeyringStore } from '#engine/secrets/keyring-store.ts'
import { slowKeychain, type OpenPrompt } from './slow-keychain.ts'

const NAME = 'anna@example.org/password'
const SENDING = 'anna@example.org/password-sending'
const MINUTE = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const storeOf = (keychain: ReturnType<typeof slowKeychain>) =>
  createKeyringStore('linux', MINUTE, keychain.open)

/** Lets everything go on that does not wait for a person. */
const goOn = () => vi.advanceTimersByTimeAsync(0)

/** Waits until the deadline of whatever is under way has passed. */
async function afterDeadline<T>(work: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(MINUTE)
  return work
}

const keptAt = (old: string | null): Readonly<Record<string, string>> => (old === null ? {} : { [NAME]: old })

describe.each([null, 'old'])('where the keychain held %o,', (old) => {
  const asBefore = new Map(Object.entries(keptAt(old)))

  test.each(['approve', 'dismiss'] as const)(
    'a save that was reported as not done leaves nothing behind when the user comes to %s it',
    async (answer) => {
      const keychain = slowKeychain(keptAt(old))
      keychain.askAbout((kind) => kind === 'write')
      const store = storeOf(keychain)
      expect(await afterDeadline(store.save(NAME, 'new'))).toEqual(fail('KEY_TIMEOUT'))
      keychain.askAbout(() => false)
      keychain.prompts[0]?.[answer]()
      await goOn()
      expect(keychain.entries).toEqual(asBefore)
      expect(await store.read(NAME)).toEqual(ok(old))
    },
  )

  test('a removal that was reported as not done is undone when it comes', async () => {
    const keychain = slowKeychain(keptAt(old))
    keychain.askAbout((kind) => kind === 'write')
    expect(await afterDeadline(storeOf(keychain).remove(NAME))).toEqual(fail('KEY_TIMEOUT'))
    keychain.askAbout(() => false)
    keychain.prompts[0]?.approve()
    await goOn()
    expect(keychain.entries).toEqual(asBefore)
  })
})

describe.each([null, 'old'])('where it held %o,', (old) => {
  const asBefore = new Map(Object.entries(keptAt(old)))

  test('a save whose reading back is never answered is undone at once', async () => {
    const keychain = slowKeychain(keptAt(old))
    let reads = 0
    keychain.askAbout((kind) => kind === 'read' && ++reads > 1)
    expect(await afterDeadline(storeOf(keychain).save(NAME, 'new'))).toEqual(fail('KEY_TIMEOUT'))
    await goOn()
    expect(keychain.entries).toEqual(asBefore)
  })

  test('what was to be read first and came late is not followed by the writing', async () => {
    const keychain = slowKeychain(keptAt(old))
    keychain.askAbout((kind) => kind === 'read')
    expect(await afterDeadline(storeOf(keychain).save(NAME, 'new'))).toEqual(fail('KEY_TIMEOUT'))
    keychain.askAbout(() => false)
    keychain.prompts[0]?.approve()
    await goOn()
    expect(keychain.entries).toEqual(asBefore)
  })

  test('what has come late and is about to be undone is not taken for what was there', async () => {
    const keychain = slowKeychain(keptAt(old))
    keychain.askAbout((kind) => kind === 'write')
    const store = storeOf(keychain)
    await afterDeadline(store.save(NAME, 'new'))
    keychain.askAbout(() => false)
    keychain.prompts[0]?.act()
    expect(await store.read(NAME)).toEqual(ok(old))
  })

  test('an undoing that is late itself still comes', async () => {
    const keychain = slowKeychain(keptAt(old))
    keychain.askAbout((kind) => kind === 'write')
    await afterDeadline(storeOf(keychain).save(NAME, 'new'))
    keychain.prompts[0]?.approve()
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    keychain.prompts[1]?.approve()
    await goOn()
    expect(keychain.entries).toEqual(asBefore)
  })
})

type Step = 'first' | 'second' | null
const WISHES: readonly Step[] = ['first', 'second', null]

interface Course {
  readonly old: string | null
  readonly wishes: readonly Step[]
  /** After which step the answer to each write comes; a number at its own place is in time. */
  readonly answered: readonly number[]
  /** Whether answers that come together come in the order of the questions. */
  readonly order: 'as asked' | 'reversed'
}

/** Every course of three writes of which each is answered in time, or after any of the later ones. */
function courses(): readonly Course[] {
  const all: Course[] = []
  for (const old of [null, 'old'])
    for (const wishes of [
      WISHES,
      WISHES.toReversed(),
      ['first', 'first', 'second'],
      [null, 'first', null],
    ] as const)
      for (const first of [0, 1, 2, 3])
        for (const second of [1, 2, 3])
          for (const third of [2, 3])
            for (const order of ['as asked', 'reversed'] as const)
              all.push({ old, wishes, answered: [first, second, third], order })
  return all
}

/** Plays one course, and says what the keychain was reported to hold and what it holds in the end. */
async function play({ old, wishes, answered, order }: Course) {
  const keychain = slowKeychain(keptAt(old))
  const store = storeOf(keychain)
  const open = new Map<number, OpenPrompt>()
  let reported = old
  for (const [index, wish] of wishes.entries()) {
    const isLate = answered[index] !== index
    keychain.askAbout((kind) => isLate && kind === 'write')
    const before = keychain.prompts.length
    const done = wish === null ? store.remove(NAME) : store.save(NAME, wish)
    const outcome = isLate ? await afterDeadline(done) : await done
    if (outcome.ok) reported = wish
    const prompt = keychain.prompts[before]
    if (prompt !== undefined) open.set(index, prompt)
    keychain.askAbout(() => false)
    const due = [...open.keys()].filter((asked) => answered[asked] === index)
    await approve(order === 'as asked' ? due : due.toReversed(), open)
  }
  const rest = [...open.keys()]
  await approve(order === 'as asked' ? rest : rest.toReversed(), open)
  return { reported, held: keychain.entries.get(NAME) ?? null }
}

async function approve(due: readonly number[], open: Map<number, OpenPrompt>): Promise<void> {
  for (const asked of due) {
    open.get(asked)?.approve()
    open.delete(asked)
  }
  await goOn()
}

test('whatever comes late and in whatever order, the keychain ends with what was last reported as done', async () => {
  const wrong: (Course & { held: string | null; reported: string | null })[] = []
  for (const course of courses()) {
    const { reported, held } = await play(course)
    if (held !== reported) wrong.push({ ...course, held, reported })
  }
  expect(wrong).toEqual([])
})

test('while two calls are not answered nothing more is asked, and afterwards it is', async () => {
  const keychain = slowKeychain()
  keychain.askAbout(() => true)
  const store = storeOf(keychain)
  await afterDeadline(store.read(NAME))
  await afterDeadline(store.read(SENDING))
  expect(await store.save(NAME, 'new')).toEqual(fail('KEY_TIMEOUT'))
  expect(keychain.prompts).toHaveLength(2)
  keychain.askAbout(() => false)
  keychain.prompts[0]?.dismiss()
  await goOn()
  expect(await store.save(NAME, 'new')).toEqual(ok(null))
})

describe('two secrets that are exchanged together', () => {
  const OLD = { [NAME]: 'old', [SENDING]: 'old for sending' }
  const wanted = new Map([
    [NAME, 'new'],
    [SENDING, 'new for sending'],
  ])

  test.each(['approve', 'dismiss'] as const)(
    'are both the older ones when the user comes to %s the second too late',
    async (answer) => {
      const keychain = slowKeychain(OLD)
      keychain.askAbout((kind, account) => kind === 'write' && account === SENDING)
      expect(await afterDeadline(exchangeSecrets(storeOf(keychain), wanted))).toEqual(fail('KEY_TIMEOUT'))
      await goOn()
      expect(keychain.entries.get(NAME)).toBe('old')
      keychain.askAbout(() => false)
      for (const prompt of keychain.prompts) prompt[answer]()
      await goOn()
      expect(Object.fromEntries(keychain.entries)).toEqual(OLD)
    },
  )

  test('are taken back as soon as a keychain that has stopped answering goes on', async () => {
    const keychain = slowKeychain(OLD)
    const exchanged = await exchangeSecrets(storeOf(keychain), wanted)
    expect(exchanged.ok).toBe(true)
    keychain.askAbout((kind) => kind === 'write')
    const takenBack = exchanged.ok ? exchanged.value.takeBack() : null
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    await takenBack
    keychain.askAbout(() => false)
    for (const prompt of keychain.prompts) prompt.approve()
    await goOn()
    expect(Object.fromEntries(keychain.entries)).toEqual(OLD)
  })
})

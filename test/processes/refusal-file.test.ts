import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { systemClock } from '#engine/system-clock.ts'
import { account, KEPT_AS, savedPlace } from '../unit/engine/accounts/saved-place.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'
import { endedProcess, nameOf } from '../unit/engine/files/left-locks.ts'

const target = { host: 'imap.example.org', userName: 'anna' }

async function logIn(folder: string) {
  return createRefusalFile(join(folder, 'accounts.json'), systemClock)
}

describe('refused sign-ins', () => {
  test('are remembered by the next run', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).refused(target, 'typed')
    await (await logIn(folder)).refused(target, 'typed')
    expect(await (await logIn(folder)).record([target])).toMatchObject({ refused: 2, left: 1 })
  })

  test('are forgotten once a sign-in succeeds', async () => {
    const log = await logIn(await emptyFolder())
    await log.refused(target, 'saved')
    await log.forget(target)
    expect(await log.record([target])).toEqual({ refused: 0, left: 3, since: null, unsaved: null })
    expect(await log.isSavedRefused([target])).toBe(false)
  })

  test('leave no file where nothing was ever refused', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).forget(target)
    expect(await readdir(folder)).toEqual([])
  })

  test('lie in a file for its owner alone, with host, name and time and nothing else', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).refused(target, 'typed')
    const path = join(folder, 'refusals.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      schema: 1,
      refusals: [{ ...target, at: expect.stringMatching(/^\d{4}-/), password: 'typed' }],
    })
  })

  test.each(['', '{', 'null', '{"schema":1,"refusals":[{"host":1}]}'])(
    'are begun anew where the file is %j',
    async (content) => {
      const folder = await emptyFolder()
      await writeFile(join(folder, 'refusals.json'), content)
      const log = await logIn(folder)
      expect(await log.record([target])).toMatchObject({ refused: 0 })
      await log.refused(target, 'typed')
      expect(await log.record([target])).toMatchObject({ refused: 1 })
    },
  )

  test('of several at once are all counted', async () => {
    const folder = await emptyFolder()
    const log = await logIn(folder)
    await Promise.all(Array.from({ length: 5 }, () => log.refused(target, 'typed')))
    expect(await log.record([target])).toMatchObject({ refused: 5, left: 0 })
  })
})

describe('where they cannot be written', () => {
  /** A folder that is none until it is mended. */
  async function spoiled() {
    const data = join(await emptyFolder(), 'data')
    await writeFile(data, '')
    return { data, mend: () => rm(data).then(() => mkdir(data)) }
  }

  test('they are remembered by this process, for a page that is loaded again as well', async () => {
    const { data } = await spoiled()
    await (await logIn(data)).refused(target, 'typed')
    await (await logIn(data)).refused(target, 'saved')
    const log = await logIn(data)
    expect(await log.record([target])).toMatchObject({ refused: 2, left: 1, unsaved: 'FILE_DENIED' })
    expect(await log.isSavedRefused([target])).toBe(true)
  })

  test('they are written with the next one that can be, each once', async () => {
    const { data, mend } = await spoiled()
    const log = await logIn(data)
    await Promise.all([log.refused(target, 'typed'), log.refused(target, 'typed')])
    await mend()
    await log.refused(target, 'typed')
    expect(await log.record([target])).toMatchObject({ refused: 3, left: 0, unsaved: null })
    const content = JSON.parse(await readFile(join(data, 'refusals.json'), 'utf8')) as { refusals: unknown[] }
    expect(content.refusals.length).toBe(3)
    expect(await readdir(data)).toEqual(['refusals.json'])
  })

  test('a sign-in that got in is remembered too', async () => {
    const folder = await emptyFolder()
    const log = await logIn(folder)
    await log.refused(target, 'saved')
    await mkdir(join(folder, 'refusals.json.lock'))
    await writeFile(join(folder, 'refusals.json.lock', await newProcessName()), '')
    await log.forget(target)
    expect(await log.record([target])).toMatchObject({ refused: 0, left: 3, unsaved: 'FILE_BUSY' })
    expect(await log.isSavedRefused([target])).toBe(false)
  })

  test('what was taken and given back is nothing to tell of', async () => {
    const { data } = await spoiled()
    const log = await logIn(data)
    const place = await log.reserve([target], 'if-left')
    expect(place.state).toBe('taken')
    await place.release()
    expect(await log.record([target])).toMatchObject({ refused: 0, left: 3, unsaved: null })
  })
})

describe('where the place of the file is taken', () => {
  test.each(['{"schema":2}', '{"schema":"1"}', '\uFEFF{"schema":2}'])(
    'by one of a newer version, %j, it stays as it is, and the next run counts on',
    async (content) => {
      const folder = await emptyFolder()
      await writeFile(join(folder, 'refusals.json'), content)
      await (await logIn(folder)).refused(target, 'typed')
      expect(await readFile(join(folder, 'refusals-1.json'), 'utf8')).toContain('"refusals"')
      expect(await (await logIn(folder)).record([target])).toMatchObject({ refused: 1, unsaved: null })
      expect(await readFile(join(folder, 'refusals.json'), 'utf8')).toBe(content)
    },
  )

  test('by a folder, that stays as well', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'refusals.json', 'mine'), { recursive: true })
    await (await logIn(folder)).refused(target, 'typed')
    expect(await (await logIn(folder)).record([target])).toMatchObject({ refused: 1, unsaved: null })
    expect(await readdir(join(folder, 'refusals.json'))).toEqual(['mine'])
  })
})

describe('a place for a try', () => {
  test('is taken behind the lock: of many at once three get one', async () => {
    const folder = await emptyFolder()
    const logs = await Promise.all(Array.from({ length: 6 }, () => logIn(folder)))
    const places = await Promise.all(logs.map((log) => log.reserve([target], 'if-left')))
    expect(places.map(({ state }) => state).toSorted()).toEqual([
      'none-left',
      'none-left',
      'none-left',
      'taken',
      'taken',
      'taken',
    ])
    expect(await (await logIn(folder)).record([target])).toMatchObject({ refused: 0, left: 0, since: null })
    await Promise.all(places.map(({ release }) => release()))
    expect(await (await logIn(folder)).record([target])).toMatchObject({ left: 3 })
    expect(await readdir(folder)).toEqual([])
  })

  test('is counted once for all servers of an account, and given back once', async () => {
    const log = await logIn(await emptyFolder())
    const smtp = { host: 'smtp.example.org', userName: 'anna' }
    const place = await log.reserve([target, smtp], 'if-left')
    expect(await log.record([target, smtp])).toMatchObject({ left: 2 })
    expect(await log.record([smtp])).toMatchObject({ left: 2 })
    await log.refused(target, 'typed')
    await Promise.all([place.release(), place.release()])
    await place.release()
    expect(await log.record([target, smtp])).toMatchObject({ refused: 1, left: 2 })
  })

  test('is to be had where none is left only by one who insists', async () => {
    const log = await logIn(await emptyFolder())
    for (let time = 0; time < 3; time += 1) await log.refused(target, 'typed')
    expect(await log.reserve([target], 'if-left')).toMatchObject({
      state: 'none-left',
      record: { refused: 3 },
    })
    expect(await log.reserve([target], 'in-any-case')).toMatchObject({ state: 'taken', record: { left: 0 } })
  })
})

describe('a place', () => {
  test.each([
    ['of a process that has ended is free again', async () => nameOf(await endedProcess()), 3],
    ['of a process that runs is not', () => newProcessName(), 2],
    [
      'of another computer is not',
      async () => (await newProcessName()).replace(/^\w+/, '0123456789abcdef'),
      2,
    ],
  ])('%s', async (_, name, left) => {
    const folder = await emptyFolder()
    const own = { targets: [target], at: new Date().toISOString(), by: await name() }
    const content = JSON.stringify({ schema: 1, refusals: [], pending: [own] })
    await writeFile(join(folder, 'refusals.json'), content)
    expect(await (await logIn(folder)).record([target])).toMatchObject({ left })
  })

  test('of another computer is free again after ten minutes', async () => {
    const folder = await emptyFolder()
    const by = (await newProcessName()).replace(/^\w+/, '0123456789abcdef')
    const own = { targets: [target], at: new Date(Date.now() - 11 * 60_000).toISOString(), by }
    await writeFile(
      join(folder, 'refusals.json'),
      JSON.stringify({ schema: 1, refusals: [], pending: [own] }),
    )
    expect(await (await logIn(folder)).record([target])).toMatchObject({ left: 3 })
  })
})

describe('a mailbox has one count, however its name is spelled', () => {
  test.each<readonly [string, string, number]>([
    ['anna', 'Anna', 1],
    ['anna', 'ANNA', 1],
    ['anna', 'anna@example.org', 1],
    ['anna@example.org', 'anna', 1],
    ['Anna@Example.ORG', 'anna@example.org', 1],
    ['J\u00F6rg', 'jo\u0308rg', 1],
    ['anna@example.org', 'anna@example.net', 0],
    ['anna', 'ann', 0],
    ['anna@example.org', 'ben@example.org', 0],
  ])('%s and %s', async (refused, asked, count) => {
    const log = await logIn(await emptyFolder())
    await log.refused({ ...target, userName: refused }, 'saved')
    const other = { ...target, userName: asked }
    expect(await log.record([other])).toMatchObject({ refused: count })
    expect(await log.isSavedRefused([other])).toBe(count === 1)
    await log.forget(other)
    expect(await log.record([{ ...target, userName: refused }])).toMatchObject({ refused: 1 - count })
  })
})

test('a saved password that was refused is not taken out of the keychain again by itself', async () => {
  const place = await savedPlace(account(), { [KEPT_AS]: 'sunflower' })
  await place.refusals.refused(target, 'saved')
  const opened = await place.open()
  expect(opened).toMatchObject({ ok: true, value: { secret: 'refused' } })
  expect(place.setups.find(opened.ok ? opened.value.setupId : '')?.credential).toBeNull()
  await place.refusals.forget(target)
  expect(await place.open()).toMatchObject({ ok: true, value: { secret: 'ready' } })
})

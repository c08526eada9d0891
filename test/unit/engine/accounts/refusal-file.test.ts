import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { systemClock } from '#engine/system-clock.ts'
import { account, KEPT_AS, savedPlace } from './saved-place.ts'
import { emptyFolder } from '../files/folders.ts'

const door = { host: 'imap.example.org', userName: 'anna' }

async function logIn(folder: string) {
  return createRefusalFile(join(folder, 'accounts.json'), systemClock)
}

describe('refused sign-ins', () => {
  test('are remembered by the next run', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).refused(door, 'typed')
    await (await logIn(folder)).refused(door, 'typed')
    expect(await (await logIn(folder)).standing([door])).toMatchObject({ refused: 2, left: 1 })
  })

  test('are forgotten once a sign-in succeeds', async () => {
    const log = await logIn(await emptyFolder())
    await log.refused(door, 'saved')
    await log.forget(door)
    expect(await log.standing([door])).toEqual({ refused: 0, left: 3, since: null, unsaved: null })
    expect(await log.isSavedRefused([door])).toBe(false)
  })

  test('leave no file where nothing was ever refused', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).forget(door)
    expect(await readdir(folder)).toEqual([])
  })

  test('lie in a file for its owner alone, with host, name and time and nothing else', async () => {
    const folder = await emptyFolder()
    await (await logIn(folder)).refused(door, 'typed')
    const path = join(folder, 'refusals.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      schema: 1,
      refusals: [{ ...door, at: expect.stringMatching(/^\d{4}-/), password: 'typed' }],
    })
  })

  test.each(['', '{', 'null', '{"schema":1,"refusals":[{"host":1}]}'])(
    'are begun anew where the file is %j',
    async (content) => {
      const folder = await emptyFolder()
      await writeFile(join(folder, 'refusals.json'), content)
      const log = await logIn(folder)
      expect(await log.standing([door])).toMatchObject({ refused: 0 })
      await log.refused(door, 'typed')
      expect(await log.standing([door])).toMatchObject({ refused: 1 })
    },
  )

  test('of several at once are all counted', async () => {
    const folder = await emptyFolder()
    const log = await logIn(folder)
    await Promise.all(Array.from({ length: 5 }, () => log.refused(door, 'typed')))
    expect(await log.standing([door])).toMatchObject({ refused: 5, left: 0 })
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
    await (await logIn(data)).refused(door, 'typed')
    await (await logIn(data)).refused(door, 'saved')
    const log = await logIn(data)
    expect(await log.standing([door])).toMatchObject({ refused: 2, left: 1, unsaved: 'FILE_DENIED' })
    expect(await log.isSavedRefused([door])).toBe(true)
  })

  test('they are written with the next one that can be, each once', async () => {
    const { data, mend } = await spoiled()
    const log = await logIn(data)
    await Promise.all([log.refused(door, 'typed'), log.refused(door, 'typed')])
    await mend()
    await log.refused(door, 'typed')
    expect(await log.standing([door])).toMatchObject({ refused: 3, left: 0, unsaved: null })
    const content = JSON.parse(await readFile(join(data, 'refusals.json'), 'utf8')) as { refusals: unknown[] }
    expect(content.refusals.length).toBe(3)
    expect(await readdir(data)).toEqual(['refusals.json'])
  })

  test('a sign-in that got in is remembered too', async () => {
    const folder = await emptyFolder()
    const log = await logIn(folder)
    await log.refused(door, 'saved')
    await mkdir(join(folder, 'refusals.json.lock'))
    await writeFile(join(folder, 'refusals.json.lock', await newProcessName()), '')
    await log.forget(door)
    expect(await log.standing([door])).toMatchObject({ refused: 0, left: 3, unsaved: 'FILE_BUSY' })
    expect(await log.isSavedRefused([door])).toBe(false)
  })

  test('a file of a newer version stays as it is', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'refusals.json'), '{"schema":2}')
    const log = await logIn(folder)
    await log.refused(door, 'typed')
    expect(await log.standing([door])).toMatchObject({ refused: 1, unsaved: 'STATE_NEWER' })
    expect(await readFile(join(folder, 'refusals.json'), 'utf8')).toBe('{"schema":2}')
  })
})

test('a saved password that was refused is not taken out of the keychain again by itself', async () => {
  const place = await savedPlace(account(), { [KEPT_AS]: 'sunflower' })
  await place.refusals.refused(door, 'saved')
  const opened = await place.open()
  expect(opened).toMatchObject({ ok: true, value: { secret: 'refused' } })
  expect(place.setups.find(opened.ok ? opened.value.setupId : '')?.credential).toBeNull()
  await place.refusals.forget(door)
  expect(await place.open()).toMatchObject({ ok: true, value: { secret: 'ready' } })
})

import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
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

  test('are forgotten once somebody gets in', async () => {
    const log = await logIn(await emptyFolder())
    await log.refused(door, 'saved')
    await log.forget(door)
    expect(await log.standing([door])).toEqual({ refused: 0, left: 3, since: null })
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

test('a saved password that was refused is not taken out of the keychain again by itself', async () => {
  const place = await savedPlace(account(), { [KEPT_AS]: 'sunflower' })
  await place.refusals.refused(door, 'saved')
  const opened = await place.open()
  expect(opened).toMatchObject({ ok: true, value: { secret: 'refused' } })
  expect(place.setups.find(opened.ok ? opened.value.setupId : '')?.credential).toBeNull()
  await place.refusals.forget(door)
  expect(await place.open()).toMatchObject({ ok: true, value: { secret: 'ready' } })
})

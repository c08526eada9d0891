import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { randomFrom } from '../support/random.ts'
import { SAVES } from '../support/saves/saves.ts'
import { emptyFolder } from '../unit/engine/files/folders.ts'

/** For each kind; `MAILWRIGHT_KILLS=200` takes its time, `MAILWRIGHT_FUZZ_SEED` repeats a run. */
const KILLS = Number(process.env['MAILWRIGHT_KILLS'] ?? 6)
const SEED = Number(process.env['MAILWRIGHT_FUZZ_SEED'] ?? 20_261_127)
/** The first saving loads what the later ones find; each is killed within so many of those. */
const SAVINGS = 3

/**
 * Lets a process of its own save, and kills it in the middle of one of the savings after the first.
 * @param part of the time that some savings take
 * @returns the rounds it has saved for certain
 */
async function killed(part: number, kind: string, folder: string, first: number): Promise<readonly number[]> {
  const script = inRoot('test/support/saves/endless-saver.ts')
  const child = spawn(process.execPath, [script, kind, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: inRoot('.cache', 'compiled') },
  })
  let said = ''
  let firstAt = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = said.split('\n').length
    said += text
    const now = said.split('\n').length
    if (before < 3 && now >= 3) firstAt = performance.now()
    if (before < 4 && now >= 4)
      setTimeout(() => child.kill('SIGKILL'), part * SAVINGS * (performance.now() - firstAt))
  })
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)))
  if (signal !== 'SIGKILL') throw new Error(`the saver ended by itself: ${said}`)
  return said.split('\n').slice(1, -1).map(Number)
}

describe('a process that is killed while it saves leaves what was there or all of what is new', () => {
  test.each(Object.entries(SAVES))(
    '%s',
    async (kind, { prepare, save, wrongIn }) => {
      const folder = await emptyFolder()
      await prepare?.(folder)
      const random = randomFrom(SEED)
      const saved: number[] = []
      const underWay = async () =>
        (await readdir(folder, { recursive: true })).filter((name) => /\.(?:tmp|lock)$/.test(name))
      let amid = 0
      for (let kill = 0; kill < KILLS; kill += 1) {
        const before = new Set(await underWay())
        saved.push(...(await killed(random(), kind, folder, kill * 100_000)))
        amid += (await underWay()).some((name) => !before.has(name)) ? 1 : 0
        expect(await wrongIn(folder, saved), `seed ${SEED}, kill ${kill}`).toEqual([])
      }
      // What the killed ones have left in the way does not keep the next one.
      await save(folder, KILLS * 100_000)
      expect(await wrongIn(folder, saved)).toEqual([])
      expect(await underWay(), 'nothing is left of the killed ones').toEqual([])
      console.info(
        `${kind}: ${KILLS} kills, ${amid} of them amid a saving, ${saved.length} savings before them`,
      )
    },
    20_000 + KILLS * 3_000,
  )
})

import { findChromiumForTests, launchChromium } from '../../test/e2e/launchers/chromium.ts'
import { longestTask, measureFirstStep } from '../../test/e2e/page-speed.ts'
import { buildIfNeeded } from '../lib/build.ts'
import type { Bar } from './bars.ts'
import { median } from './stopwatch.ts'

const STARTS = 5
const TESTS = 3
const EVENTS_PER_SECOND = 500
const SECONDS = 4

const MOST_SCRIPT_KB = 150
const MOST_USABLE_MS = 1_000
/** What takes longer is felt (RAIL). */
const MOST_TASK_MS = 50

/** The page in a real browser. Without one there is nothing to measure, and `say` tells so. */
export async function measurePage(say: (line: string) => void): Promise<readonly Bar[]> {
  if (findChromiumForTests() === null) {
    say('the page is left out: there is no Chromium on this computer')
    return []
  }
  await buildIfNeeded()
  const browser = await launchChromium()
  try {
    const costs = []
    for (let start = 0; start < STARTS; start += 1) costs.push(await measureFirstStep(browser))
    const tasks = []
    for (let test = 0; test < TESTS; test += 1)
      tasks.push(await longestTask(browser, EVENTS_PER_SECOND, SECONDS))
    return [
      {
        name: 'JavaScript before the first step, gzip',
        value: Math.max(...costs.map(({ scriptBytes }) => scriptBytes)) / 1_000,
        limit: MOST_SCRIPT_KB,
        unit: 'kB',
      },
      {
        name: 'first step usable, from the start of the process on',
        value: median(costs.map(({ usableMs }) => usableMs)),
        limit: MOST_USABLE_MS,
        unit: 'ms',
      },
      {
        name: `longest task of the page at ${EVENTS_PER_SECOND} stage events a second (0: under 50 ms)`,
        value: median(tasks),
        limit: MOST_TASK_MS,
        unit: 'ms',
      },
    ]
  } finally {
    await browser.close()
  }
}

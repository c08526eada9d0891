import { writeFileSync } from 'node:fs'

/** What a program took of the machine it ran on. */
export interface Vitals {
  /** The most memory it held. */
  readonly maxRssKb: number
  /**
   * The longest piece of work during which no event was handled. In milliseconds of its own computing time, so that
   * a machine busy with other things does not count.
   */
  readonly deafMs: number
}

const TICK_MS = 5

/** Watches this thread until the returned function is called. */
export function watchVitals(): () => Vitals {
  let deafMs = 0
  let maxRssKb = 0
  let before: number | null = null
  const listen = () => {
    const { user, system } = process.threadCpuUsage()
    const now = (user + system) / 1_000
    // Up to the first tick the program was being loaded.
    if (before !== null) deafMs = Math.max(deafMs, Math.round(now - before))
    before = now
    maxRssKb = Math.max(maxRssKb, process.memoryUsage.rss() / 1_024)
  }
  const timer = setInterval(listen, TICK_MS).unref()
  return () => {
    listen()
    clearInterval(timer)
    return { maxRssKb, deafMs }
  }
}

// Loaded before a program under test (`--import`), this file writes its vitals down when the program ends.
const file = process.env['MAILWRIGHT_VITALS_FILE']
if (file !== undefined) {
  const vitals = watchVitals()
  process.on('exit', () => {
    writeFileSync(file, JSON.stringify({ ...vitals(), maxRssKb: process.resourceUsage().maxRSS }))
  })
}

import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright/test'
import { findChromium } from '#host/find-browser.ts'

/** The browser of the tests: `CHROMIUM_PATH`, the system's, or the one that Playwright keeps; `null` for none. */
export function findChromiumForTests(): string | null {
  const own = chromium.executablePath()
  return findChromium(process.platform, process.env) ?? (existsSync(own) ? own : null)
}

/** Chromium refuses its sandbox to root, as it does in most build machines. */
export function launchChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: findChromiumForTests() ?? chromium.executablePath(), args })
}

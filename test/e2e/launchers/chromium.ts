import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright/test'

/** The browser of the tests: `CHROMIUM_PATH`, or the one that Playwright keeps; `null` where there is neither. */
export function findChromiumForTests(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath()]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null
}

/** Chromium refuses its sandbox to root, as it does in most build machines. */
export function launchChromium(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: findChromiumForTests() ?? chromium.executablePath(), args })
}

import { app, BrowserWindow, nativeTheme } from 'electron'
import { fileURLToPath } from 'node:url'
import { START_PAGE } from '#main/app-scheme.ts'
import { safeWebPreferences } from '#main/security/web-preferences.ts'

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))
/** The paper of the page, so that nothing flashes before it is there. */
const PAPER = { light: '#f7f5f0', dark: '#14171c' } as const

export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Mailwright',
    width: 1040,
    height: 860,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: { ...safeWebPreferences(app), preload: PRELOAD },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

export function showStartPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(START_PAGE)
}

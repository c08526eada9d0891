import type { WebContents } from 'electron'

/**
 * SECURITY: the window shows one page for its whole life. No link, redirect, drop or script leads it elsewhere, no
 * second window opens, nothing is embedded (rules 12 to 14 of Electron's security guide).
 */
export function forbidNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

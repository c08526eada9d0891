import type { WebPreferences } from 'electron'

/** SECURITY: rules 2 to 9 of Electron's security guide, written out so that no default can change them. */
const SAFE_WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences

/**
 * The tools of a developer are for developers: in a package an attacker cannot persuade a user to paste a script
 * there.
 */
export function safeWebPreferences({ isPackaged }: { readonly isPackaged: boolean }) {
  return { ...SAFE_WEB_PREFERENCES, devTools: !isPackaged }
}

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
]

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const WINDOWS_PLACES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

/**
 * A browser of the Chromium family, which can show a page in a window of its own; `null` where there is none.
 * `CHROMIUM_PATH` names one that is somewhere else.
 */
export function findChromium(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  const candidates = [env['CHROMIUM_PATH'] ?? '', ...usualPlaces(platform, env)]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null
}

function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  switch (platform) {
    case 'darwin':
      return MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
    case 'win32': {
      const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
        (root) => root !== undefined,
      )
      return roots.flatMap((root) => WINDOWS_PLACES.map((parts) => join(root, ...parts)))
    }
    default: {
      const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
      return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
    }
  }
}

/** Whether a window can appear at all. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'darwin' || platform === 'win32') return true
  return (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== ''
}

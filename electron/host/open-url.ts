import { spawn } from 'node:child_process'
import type { OpenUrl } from '#engine/environment.ts'
import { hasDisplay } from '#host/find-browser.ts'
import { openerOf } from '#host/open-window.ts'

/** Opens an https address in the user's browser. The engine only passes on addresses of the catalogue. */
export const openUrl: OpenUrl = (url) => {
  if (!url.startsWith('https://') || !hasDisplay(process.platform, process.env)) return Promise.resolve(false)
  const [command, args] = openerOf(process.platform, url)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

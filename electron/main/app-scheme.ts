import { protocol } from 'electron'
import type { StaticFile } from '#engine/files/static-files.ts'
import { contentSecurityPolicy } from '#main/security/content-policy.ts'

/**
 * SECURITY: pages come from a scheme of our own and not from `file:`, whose pages may read other files (rule 18 of
 * Electron's security guide).
 */
const SCHEME = 'app'
const HOST = 'mailwright'
export const APP_ORIGIN = `${SCHEME}://${HOST}`
export const START_PAGE = `${APP_ORIGIN}/index.html`

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

export function serveAppScheme(files: ReadonlyMap<string, StaticFile>): void {
  protocol.handle(SCHEME, (request) => answerAppRequest(request.url, files))
}

/** Only packaged files, by their exact path and without a query; everything else is not there. */
function answerAppRequest(address: string, files: ReadonlyMap<string, StaticFile>): Response {
  const url = URL.parse(address)
  const file = url?.host === HOST && url.search === '' ? files.get(url.pathname) : undefined
  const headers = { 'content-security-policy': contentSecurityPolicy(), 'x-content-type-options': 'nosniff' }
  if (file === undefined) return new Response(null, { status: 404, headers })
  return new Response(new Uint8Array(file.body), { headers: { ...headers, 'content-type': file.type } })
}

/** Whether an address is one of our own pages. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${SCHEME}:` && url.host === HOST
}

/** Whether an address is something that one of our own pages has made. */
export function isAppBlob(address: string): boolean {
  return address.startsWith(`blob:${APP_ORIGIN}/`)
}

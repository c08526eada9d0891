import type { Session } from 'electron'
import { isAppUrl } from '#main/app-scheme.ts'

/** SECURITY: the page has no network. Whatever it asks for that is not one of its own files is cancelled. */
export function cancelForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isAppUrl(url) }))
}

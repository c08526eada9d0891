import type { Session } from 'electron'
import { isAppBlob, isAppUrl } from '#main/app-scheme.ts'

/**
 * SECURITY: the page has no network. Whatever it asks for that is neither one of its own files nor made by itself is
 * cancelled.
 */
export function cancelForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !isAppUrl(url) && !isAppBlob(url) }),
  )
}

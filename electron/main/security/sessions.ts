import type { Session } from 'electron'
import { isReport } from '#main/security/downloads.ts'
import { restrictPermissions } from '#main/security/permissions.ts'
import { cancelForeignRequests } from '#main/security/requests.ts'

/** SECURITY: everything a session could do by itself: permissions, requests, and files that land on the disk. */
export function guardSession(session: Session): void {
  restrictPermissions(session)
  cancelForeignRequests(session)
  session.on('will-download', (event, item) => {
    if (!isReport(item)) event.preventDefault()
  })
}

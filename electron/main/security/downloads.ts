import type { DownloadItem } from 'electron'
import { APP_ORIGIN, isAppBlob } from '#main/app-scheme.ts'
import { MAX_REPORT } from '#shared/report/read-report.ts'

/** How the page names a report, and nothing that a system would run. */
const REPORT_NAME = /^mailwright-[\w.@-]{1,120}\.(?:html|md|mailwright-report)$/

type OfferedDownload = Pick<DownloadItem, 'getInitiatorOrigin' | 'getURL' | 'getFilename' | 'getTotalBytes'>

/**
 * Whether it is a report that our page has made. SECURITY: nothing else is downloaded, and where it goes the user says
 * in the dialog that Electron shows for it; a page that an attacker controls gets no file onto the disk unseen.
 */
export function isReport(item: OfferedDownload): boolean {
  return (
    item.getInitiatorOrigin() === APP_ORIGIN &&
    isAppBlob(item.getURL()) &&
    REPORT_NAME.test(item.getFilename()) &&
    item.getTotalBytes() <= MAX_REPORT
  )
}

import { BrowserWindow } from 'electron'
import type { PrintPage } from '#engine/environment.ts'
import { isAppUrl } from '#main/app-scheme.ts'

/** Prints the window with our page on A4, without its colours. */
export const printPage: PrintPage = async () => {
  try {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      isAppUrl(webContents.mainFrame.url),
    )
    return (await window?.webContents.printToPDF({ pageSize: 'A4', printBackground: false })) ?? null
  } catch {
    // Electron throws where the window closes meanwhile, and where Chromium cannot print.
    return null
  }
}

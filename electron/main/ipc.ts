import { ipcMain, type BrowserWindow, type IpcMainEvent } from 'electron'
import { contract, type EngineHandlers } from '#shared/contract/contract.ts'
import type { Channel, ReplyMessage } from '#shared/contract/messages.ts'
import { serve, type Service } from '#shared/contract/server.ts'
import { createCancellation } from '#engine/cancellation.ts'
import { isAppUrl } from '#main/app-scheme.ts'
import { ASK_CHANNEL, REPLY_CHANNEL } from '#main/channels.ts'

/**
 * The only place that listens to the page. Every message passes the sender check first and the contract's own
 * checks after it; a page that is loaded anew begins with a fresh service, the old one's requests are cancelled.
 */
export function bindPage(
  window: BrowserWindow,
  handlers: EngineHandlers,
  onBug: (error: unknown, name: string) => void,
): void {
  let deliver: (message: unknown) => void = () => {}
  let service: Service | null = null
  const channel: Channel<ReplyMessage> = {
    send: (message) => {
      if (!window.isDestroyed()) window.webContents.send(REPLY_CHANNEL, message)
    },
    listen: (listener) => {
      deliver = listener
    },
  }
  const begin = () => {
    service?.close()
    service = serve(contract, handlers, channel, { createCancellation, onBug })
  }
  const onMessage = (event: IpcMainEvent, message: unknown) => {
    if (isOurPage(event, window)) deliver(message)
    else onBug(new Error('IPC_SENDER'), ASK_CHANNEL)
  }
  begin()
  ipcMain.on(ASK_CHANNEL, onMessage)
  // Before the new page exists: one that has begun to send must not lose its first messages.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) begin()
  })
  window.once('closed', () => {
    ipcMain.off(ASK_CHANNEL, onMessage)
    service?.close()
  })
}

/**
 * SECURITY: rule 17 of Electron's security guide. Only the main frame of our window, while it shows our page. A
 * frame that is gone by now is not ours: Electron gives `null` for it, or throws when it is read.
 */
function isOurPage(event: IpcMainEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed()) return false
  try {
    const { senderFrame } = event
    return senderFrame !== null && senderFrame === window.webContents.mainFrame && isAppUrl(senderFrame.url)
  } catch {
    return false
  }
}

import { contextBridge, ipcRenderer } from 'electron'
import type { Channel, RequestMessage } from '#shared/contract/messages.ts'
import { ASK_CHANNEL, REPLY_CHANNEL } from '#main/channels.ts'

// SECURITY: the page gets these two functions and nothing else of Electron (rule 20 of its security guide): it can
// neither choose a channel nor see an event object, through which the sender would be within reach.
const bridge: Channel<RequestMessage> = {
  send: (message) => ipcRenderer.send(ASK_CHANNEL, message),
  listen: (listener) => {
    ipcRenderer.on(REPLY_CHANNEL, (_event, message: unknown) => listener(message))
  },
}

contextBridge.exposeInMainWorld('mailwrightBridge', bridge)

import { StrictMode } from 'react'
import '#renderer/design/base.css'
import { App } from '#renderer/app.tsx'
import type { LossReason } from '#renderer/client/loopback-channel.ts'
import { connectEngine } from '#renderer/client/connect.ts'
import { keepDroppedFiles } from '#renderer/keep-dropped-files.ts'
import { renderPage } from '#renderer/render-page.tsx'
import { takeKeptState } from '#renderer/wizard/driver/kept-state.ts'

keepDroppedFiles()

const listeners = new Set<(reason: LossReason) => void>()
const engine = connectEngine((reason) => {
  for (const listener of listeners) listener(reason)
})
const kept = takeKeptState(sessionStorage)
const onLoss = (listener: (reason: LossReason) => void) => {
  listeners.add(listener)
}

void renderPage(
  <StrictMode>
    <App engine={engine} kept={kept} onLoss={onLoss} />
  </StrictMode>,
)

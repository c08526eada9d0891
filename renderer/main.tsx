import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#renderer/design/base.css'
import { App } from '#renderer/app.tsx'
import type { LossReason } from '#renderer/client/loopback-channel.ts'
import { connectEngine } from '#renderer/client/connect.ts'
import { WordsProvider } from '#renderer/i18n/words.tsx'

const listeners = new Set<(reason: LossReason) => void>()
const engine = connectEngine((reason) => {
  for (const listener of listeners) listener(reason)
})
const onLoss = (listener: (reason: LossReason) => void) => {
  listeners.add(listener)
}

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <WordsProvider>
      <App engine={engine} onLoss={onLoss} />
    </WordsProvider>
  </StrictMode>,
)

import { createEngine, type Environment } from '#engine/create-engine.ts'
import { LINK_MS } from '#host/one-use-token.ts'
import { openWindow, type OpenedWindow } from '#host/open-window.ts'
import { startBrowserHost } from '#host/server.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'

/** A page that was closed may come back within this time; after it the host ends. */
const ABSENCE_MS = 10_000

/** Why the run is over: its page has left, its link expired before anything opened it, or it was told to stop. */
export type BrowserHostEnding = 'left' | 'unused' | 'stopped'

export interface BrowserHostRun {
  readonly environment: Environment
  /** The built page. */
  readonly rendererDirectory: string
  /** Told the link and how it was opened, as soon as both are known. */
  readonly onReady: (link: string, window: OpenedWindow['kind']) => void
  readonly onBug: (error: unknown, name: string) => void
  /** Ends the run. */
  readonly signal: AbortSignal
  /** How long the link works. */
  readonly linkMs?: number
}

/** Serves the application until its window is closed, its page stays away, its link expires or the signal aborts. */
export async function runBrowserHost(run: BrowserHostRun): Promise<BrowserHostEnding> {
  const { signal, linkMs = LINK_MS } = run
  const engine = createEngine(run.environment)
  const presence = watchPresence()
  try {
    const files = await loadStaticFiles(run.rendererDirectory)
    const { onPages, onLinkUsed } = presence
    const host = await startBrowserHost({
      handlers: engine.handlers,
      files,
      onBug: run.onBug,
      onPages,
      onLinkUsed,
      linkMs,
    })
    try {
      return signal.aborted ? 'stopped' : await show(host.createLink(), run, presence.within(linkMs))
    } finally {
      await host.stop()
    }
  } finally {
    presence.stop()
    engine.close()
  }
}

/** Opens the window, and closes it again when the run is over. */
async function show(
  link: string,
  { onReady, signal }: BrowserHostRun,
  gone: Promise<BrowserHostEnding>,
): Promise<BrowserHostEnding> {
  const window = await openWindow(link)
  try {
    onReady(link, window.kind)
    const closed = window.closed.then(() => 'left' as const)
    return await Promise.race([closed, gone, aborted(signal).then(() => 'stopped' as const)])
  } finally {
    await window.dispose()
  }
}

/** Notices when no page has come in time, or the last one has left for good. */
function watchPresence() {
  let timer: NodeJS.Timeout | undefined
  let state: 'watching' | 'stopped' = 'watching'
  const { promise, resolve } = Promise.withResolvers<BrowserHostEnding>()
  const expect = (ending: BrowserHostEnding, ms: number) => {
    clearTimeout(timer)
    if (state === 'watching') timer = setTimeout(() => resolve(ending), ms)
  }
  return {
    /** Gives the link its time, and settles when there is nothing left to wait for. */
    within: (linkMs: number) => {
      expect('unused', linkMs)
      return promise
    },
    onLinkUsed: () => expect('left', ABSENCE_MS),
    onPages: (count: number) => {
      clearTimeout(timer)
      if (count === 0) expect('left', ABSENCE_MS)
    },
    stop: () => {
      state = 'stopped'
      clearTimeout(timer)
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

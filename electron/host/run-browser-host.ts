import { createEngine, type EnginePorts } from '#engine/create-engine.ts'
import { openWindow, type OpenedWindow } from '#host/open-window.ts'
import { startBrowserHost } from '#host/server.ts'
import { loadStaticFiles } from '#engine/files/static-files.ts'

/** A page that was closed may come back within this time; after it the host ends. */
const ABSENCE_MS = 10_000

export interface BrowserHostRun {
  readonly ports: EnginePorts
  /** The built page. */
  readonly rendererDirectory: string
  /** Told the link and how it was opened, as soon as both are known. */
  readonly onReady: (link: string, window: OpenedWindow['kind']) => void
  readonly onBug: (error: unknown, name: string) => void
  /** Ends the run. */
  readonly signal: AbortSignal
}

/** Serves the application until its window is closed, its page stays away, or the signal aborts. */
export async function runBrowserHost(run: BrowserHostRun): Promise<void> {
  const engine = createEngine(run.ports)
  const files = await loadStaticFiles(run.rendererDirectory)
  const pages = watchPages()
  const host = await startBrowserHost({
    handlers: engine.handlers,
    files,
    onBug: run.onBug,
    onPages: pages.report,
  })
  const link = host.createLink()
  const window = await openWindow(link)
  run.onReady(link, window.kind)
  await Promise.race([window.closed, pages.gone, aborted(run.signal)])
  pages.stop()
  await window.dispose()
  await host.stop()
  engine.close()
}

/** Notices when the last page has left for good. */
function watchPages() {
  let timer: NodeJS.Timeout | undefined
  let state: 'watching' | 'stopped' = 'watching'
  let settle = () => {}
  const gone = new Promise<void>((resolve) => {
    settle = resolve
  })
  return {
    gone,
    report: (count: number) => {
      clearTimeout(timer)
      if (count === 0 && state === 'watching') timer = setTimeout(settle, ABSENCE_MS)
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

import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => Promise<void>
  /** For a process that is about to end and cannot wait. */
  readonly removeNow: () => void
}

/** Another process may still be writing into what is being removed: a browser that ends, or a virus scanner. */
const PATIENT = { recursive: true, force: true, maxRetries: 5 } as const

/**
 * A private folder that goes with this run: when it is removed, and else on every way out on which this process can
 * still act, an error that is caught by nothing among them. What cannot be removed stays where the system sweeps.
 */
export function createTemporaryFolder(prefix: string): TemporaryFolder {
  // In one breath: between making it and knowing its name nothing can end the process in a way that is seen here.
  const path = mkdtempSync(join(tmpdir(), prefix))
  const removeNow = () => {
    process.off('exit', removeNow)
    try {
      rmSync(path, PATIENT)
    } catch {}
  }
  process.on('exit', removeNow)
  return {
    path,
    removeNow,
    remove: async () => {
      await rm(path, PATIENT).then(
        () => process.off('exit', removeNow),
        () => {},
      )
    },
  }
}

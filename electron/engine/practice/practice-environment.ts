import { join } from 'node:path'
import type { Environment } from '#engine/create-engine.ts'
import { proposalSource } from '#engine/discovery/proposal-source.ts'
import { createTemporaryFolder } from '#engine/files/temporary-folder.ts'
import { createPracticeWorld } from '#engine/practice/practice-world.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { createTrustStore } from '#engine/tls/trust.ts'

export interface PracticePorts {
  readonly environment: Environment
  readonly stop: () => Promise<void>
  /** For a process that is about to end and cannot wait: its servers end with it, its files would not. */
  readonly clear: () => void
}

/** Slow enough to watch a stage, quick enough not to bore. */
const PACE_MS = 160

/**
 * The same application in a world of its own: nothing leaves this computer, nothing is kept after the end.
 * @param paceMs how long each practice server thinks before it answers
 */
export async function practiceEnvironment(real: Environment, paceMs = PACE_MS): Promise<PracticePorts> {
  const folder = createTemporaryFolder('mailwright-practice-')
  const world = await createPracticeWorld(paceMs)
  return {
    environment: {
      ...real,
      probe: {
        ...real.probe,
        resolver: world.resolver,
        dialer: world.dialer,
        proxy: null,
        // The practice servers are on this computer, which stands for the internet.
        scopeOf: () => 'internet',
        controlHosts: [],
        trust: createTrustStore([world.authority.certificate]),
      },
      sources: [world.source, proposalSource],
      providerById: world.providerById,
      secrets: createMemoryStore('practice'),
      accountsPath: join(folder.path, 'accounts.json'),
      // A home without a program: a practice account belongs into none.
      programs: { platform: real.programs.platform, home: folder.path, root: folder.path, env: {} },
      practice: world.guide,
      policy: null,
    },
    stop: async () => {
      await world.stop()
      await folder.remove()
    },
    clear: folder.removeNow,
  }
}

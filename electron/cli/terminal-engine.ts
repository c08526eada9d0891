import { createEngine } from '#engine/create-engine.ts'
import { systemEnvironment, type SystemOptions } from '#engine/system-environment.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { openUrl } from '#host/open-url.ts'
import { VERSION } from '#cli/version.ts'

/** The engine for one command, which forgets every credential when the command ends, however it ends. */
export async function withEngine<T>(
  system: SystemOptions,
  command: (useCases: UseCases) => Promise<T>,
): Promise<T> {
  const engine = createEngine(systemEnvironment({ version: VERSION, host: 'browser', openUrl }, system))
  try {
    return await command(engine.useCases)
  } finally {
    engine.close()
  }
}

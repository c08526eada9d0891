import { createEngine, type Environment } from '#engine/create-engine.ts'
import { systemEnvironment, type SystemOptions } from '#engine/system-environment.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { openUrl } from '#host/open-url.ts'
import { VERSION } from '#cli/version.ts'

/** The engine for one command, which forgets every credential when the command ends, however it ends. */
export async function withEngine<T>(
  system: SystemOptions,
  command: (useCases: UseCases) => Promise<T>,
  more: Pick<Environment, 'mostSetups'> = {},
): Promise<T> {
  const environment = systemEnvironment({ version: VERSION, host: 'browser', openUrl }, system)
  const engine = createEngine({ ...environment, ...more })
  try {
    return await command(engine.useCases)
  } finally {
    engine.close()
  }
}

import type { EnginePorts } from '#engine/create-engine.ts'
import { DEFAULT_OPTIONS, systemPorts, type SystemOptions } from '#engine/system-ports.ts'
import { VERSION } from '#cli/version.ts'

/** The world as a command sees it. Nothing is opened in a browser from here: whoever reads can open it. */
export function terminalPorts(system: SystemOptions = DEFAULT_OPTIONS): EnginePorts {
  return systemPorts({ version: VERSION, host: 'browser', openUrl: () => Promise.resolve(false) }, system)
}

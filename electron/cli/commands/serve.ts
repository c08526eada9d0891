import { fileURLToPath } from 'node:url'
import { nameUnexpected } from '#engine/unexpected.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { openUrl } from '#host/open-url.ts'
import { runBrowserHost } from '#host/run-browser-host.ts'
import type { Command } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { print, say } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

const RENDERER = fileURLToPath(new URL('../renderer/', import.meta.url))
/** Slow enough to watch a stage, quick enough not to bore. */
const PRACTICE_PACE_MS = 160

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--practice]',
  summary: 'open the wizard in a browser window; nothing but this computer can reach it',
  options: { practice: { type: 'boolean' } },
  run: async ({ terminal, translator, system, values }) => {
    const real = systemPorts({ version: VERSION, host: 'browser', openUrl }, system)
    const practice = values['practice'] === true ? await startPractice(real) : null
    await runBrowserHost({
      ports: practice?.ports ?? real,
      rendererDirectory: RENDERER,
      onReady: (link, window) => {
        print(terminal, link)
        say(terminal, translator.t(`cli.serve.${window}`))
      },
      onBug: (error, name) => say(terminal, `${name}: ${nameUnexpected(error)}`),
      signal: terminal.signal,
    })
    await practice?.stop()
    return EXIT.proved
  },
}

/** Loaded only when asked for: the certificate library is large. */
async function startPractice(real: ReturnType<typeof systemPorts>) {
  const { practicePorts } = await import('#engine/practice/practice-ports.ts')
  return practicePorts(real, PRACTICE_PACE_MS)
}

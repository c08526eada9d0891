import { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { kindOf } from '#engine/unexpected.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import { openUrl } from '#host/open-url.ts'
import { runBrowserHost } from '#host/run-browser-host.ts'
import { flag } from '#cli/command-option.ts'
import type { Command } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { print, say, type Terminal } from '#cli/terminal.ts'
import { VERSION } from '#cli/version.ts'

const RENDERER = fileURLToPath(new URL('../renderer/', import.meta.url))

export const serveCommand: Command = {
  name: 'serve',
  usage: 'serve [--practice]',
  summary: 'cli.summary.serve',
  options: { practice: flag('cli.option.practice') },
  examples: [
    { line: 'serve', text: 'cli.example.serve' },
    { line: 'serve --practice', text: 'cli.example.serve-practice' },
  ],
  run: async ({ terminal, translator, system, values }) => {
    const real = systemEnvironment({ version: VERSION, host: 'browser', openUrl }, system)
    const practice = values['practice'] === true ? await startPractice(real) : null
    const input = watchPipe(terminal.input)
    try {
      const ending = await runBrowserHost({
        environment: practice?.environment ?? real,
        rendererDirectory: RENDERER,
        onReady: (link, window) => {
          print(terminal, link)
          say(terminal, translator.t(`cli.serve.${window}`))
          input.mind()
        },
        onBug: (error, name) =>
          say(terminal, `${name}: ${translator.t('cli.internal', { what: kindOf(error) })}`),
        signal: AbortSignal.any([terminal.signal, input.closed]),
      })
      if (ending === 'unused') say(terminal, translator.t('cli.serve.unused'))
      return EXIT.proved
    } finally {
      await practice?.stop()
    }
  },
}

/**
 * A pipe that is open when the link is there and is closed afterwards: the program at its other end is gone. Input
 * that was over from the beginning, as with `</dev/null`, says nothing.
 */
function watchPipe(input: Terminal['input']) {
  const end = new AbortController()
  let state: 'starting' | 'minded' = 'starting'
  if (input.isTTY !== true && input instanceof Socket) {
    const close = () => void (state === 'minded' && end.abort())
    input.once('end', close).once('error', close).resume()
  }
  return { closed: end.signal, mind: () => (state = 'minded') }
}

/** Loaded only when asked for: the certificate library is large. */
async function startPractice(real: ReturnType<typeof systemEnvironment>) {
  const { practiceEnvironment } = await import('#engine/practice/practice-environment.ts')
  return practiceEnvironment(real)
}

import { parseArgs } from 'node:util'
import { isLanguage, pickLanguage, type Language } from '#shared/i18n/languages.ts'
import type { CommandOptions } from '#cli/command-option.ts'

/**
 * The language of the terminal: `--lang`, else that of the environment. It is known before anything else is read, so
 * that a command line that makes no sense is answered in it too; a `--lang` that is none is refused elsewhere.
 * @param options those of the command: what follows one that takes a value is no `--lang`
 */
export function terminalLanguage(
  args: readonly string[],
  options: CommandOptions,
  env: NodeJS.ProcessEnv,
): Language {
  const { values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false })
  const { lang } = values
  return typeof lang === 'string' && isLanguage(lang) ? lang : pickLanguage(localesOf(env))
}

function localesOf(env: NodeJS.ProcessEnv): readonly string[] {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG'], env['LANGUAGE']].filter((tag) => tag !== undefined)
}

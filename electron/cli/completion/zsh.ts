import type { Translate } from '#shared/i18n/translator.ts'
import type { Command } from '#cli/command.ts'
import type { CommandOption } from '#cli/command-option.ts'
import { everyOption } from '#cli/common-options.ts'
import { shellQuoted } from '#shared/exporters/quoting.ts'
import type { Shell } from '#cli/completion/shell.ts'

/** For zsh, by its `_arguments`, which shows what each option does. */
export const zsh: Shell = {
  name: 'zsh',
  where: '~/.zfunc/_mailwright',
  script: (commands, t) =>
    [
      '#compdef mailwright',
      '_mailwright() {',
      '  if (( CURRENT == 2 )); then',
      '    local -a commands=(',
      ...commands.map(({ name, summary }) => `      ${shellQuoted(`${name}:${t(summary)}`)}`),
      '    )',
      "    _describe 'command' commands",
      '    return',
      '  fi',
      '  local command=$words[2]',
      '  shift words',
      '  (( CURRENT-- ))',
      '  case $command in',
      ...commands.flatMap((command) => argumentsOf(command, t)),
      '  esac',
      '}',
      // Loaded by the shell's own loader it is the function itself; sourced, it registers.
      'if [ "$funcstack[1]" = _mailwright ]; then _mailwright "$@"; else compdef _mailwright mailwright; fi',
      '',
    ].join('\n'),
}

function argumentsOf({ name, options }: Command, t: Translate): readonly string[] {
  const specs = Object.entries(everyOption(options)).map(
    ([option, details]) => `        ${shellQuoted(specOf(option, details, t))}`,
  )
  const lines = [...specs, `        ${shellQuoted('*:file:_files')}`]
  return [
    `    ${name}) _arguments \\`,
    ...lines.map((line, at) => (at < lines.length - 1 ? `${line} \\` : line)),
    '      ;;',
  ]
}

function specOf(option: string, { value, choices = [], text }: CommandOption, t: Translate): string {
  const spec = `--${option}[${inSpec(t(text))}]`
  if (value === undefined) return spec
  const what = choices.length > 0 ? `(${choices.join(' ')})` : value === 'FILE' ? '_files' : ' '
  return `${spec}:${inSpec(value)}:${what}`
}

/** What ends a description or separates the parts of a specification. */
function inSpec(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, String.raw`\$&`)
}

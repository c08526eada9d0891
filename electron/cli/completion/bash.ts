import type { Command } from '#cli/command.ts'
import { everyOption } from '#cli/common-options.ts'
import { shellQuoted } from '#shared/exporters/quoting.ts'
import type { Shell } from '#cli/completion/shell.ts'

/**
 * For bash 3.2 and later, with nothing but its own builtins. Words that a command takes besides its options are names of
 * files or nothing that a shell could know, so readline's own completion is what follows.
 */
export const bash: Shell = {
  name: 'bash',
  where: '~/.local/share/bash-completion/completions/mailwright',
  script: (commands) =>
    [
      '_mailwright() {',
      '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}',
      '  COMPREPLY=()',
      '  if [ "$COMP_CWORD" -eq 1 ]; then',
      `    COMPREPLY=( $(compgen -W ${shellQuoted(commands.map(({ name }) => name).join(' '))} -- "$cur") )`,
      '    return',
      '  fi',
      '  case "${COMP_WORDS[1]} $prev" in',
      ...commands.flatMap(valuesOf),
      '  esac',
      '  case "$cur" in -*) ;; *) return ;; esac',
      '  case "${COMP_WORDS[1]}" in',
      ...commands.map(({ name, options }) => {
        const words = Object.keys(everyOption(options)).map((option) => `--${option}`)
        return `    ${name}) COMPREPLY=( $(compgen -W ${shellQuoted(words.join(' '))} -- "$cur") ) ;;`
      }),
      '  esac',
      '}',
      'complete -o default -F _mailwright mailwright',
      '',
    ].join('\n'),
}

/** What follows an option: one of few words, or a file, which is left to readline. */
function valuesOf({ name, options }: Command): readonly string[] {
  return Object.entries(everyOption(options)).flatMap(([option, { value, choices = [] }]) => {
    if (value === undefined) return []
    const pattern = `    ${shellQuoted(`${name} --${option}`)})`
    if (choices.length === 0) return [`${pattern} return ;;`]
    return [`${pattern} COMPREPLY=( $(compgen -W ${shellQuoted(choices.join(' '))} -- "$cur") ); return ;;`]
  })
}

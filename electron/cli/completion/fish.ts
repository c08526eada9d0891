import type { Translate } from '#shared/i18n/translator.ts'
import type { Command } from '#cli/command.ts'
import { everyOption } from '#cli/common-options.ts'
import type { Shell } from '#cli/completion/shell.ts'

/** For fish 3. */
export const fish: Shell = {
  name: 'fish',
  where: '~/.config/fish/completions/mailwright.fish',
  script: (commands, t) =>
    [
      ...commands.map(
        ({ name, summary }) =>
          `complete -c mailwright -f -n __fish_use_subcommand -a ${name} -d ${inFish(t(summary))}`,
      ),
      ...commands.flatMap((command) => optionsOf(command, t)),
      '',
    ].join('\n'),
}

function optionsOf({ name, options }: Command, t: Translate): readonly string[] {
  return Object.entries(everyOption(options)).map(([option, { short, value, choices = [], text }]) =>
    [
      `complete -c mailwright -n '__fish_seen_subcommand_from ${name}' -l ${option}`,
      short === undefined ? '' : ` -s ${short}`,
      value === undefined ? '' : value === 'FILE' ? ' -r' : ' -x',
      choices.length === 0 ? '' : ` -a ${inFish(choices.join(' '))}`,
      ` -d ${inFish(t(text))}`,
    ].join(''),
  )
}

function inFish(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
}

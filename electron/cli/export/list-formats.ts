import { FORMATS } from '#shared/exporters/formats.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { PROFILE_FORMAT } from '#cli/export/profile-format.ts'
import { print, printJson } from '#cli/terminal.ts'

const ALL = [...FORMATS, PROFILE_FORMAT]

/** The names that `--format` takes, one a line. */
export function listFormats({ terminal, json, positionals, translator }: Invocation): ExitStatus {
  if (positionals.length > 0) throw new UsageError('cli.usage.export-list')
  if (json) {
    const formats = ALL.map(({ name, program, fileName }) => ({
      name,
      program,
      fileName,
      text: translator.t(`export.next.${name}`, { program }),
    }))
    printJson(terminal, { schema: 1, formats })
    return EXIT.proved
  }
  const width = Math.max(...ALL.map(({ name }) => name.length))
  for (const { name, program, fileName } of ALL)
    print(terminal, `${name.padEnd(width)}  ${program}: ${fileName}`)
  return EXIT.proved
}

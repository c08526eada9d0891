import { fixProblemWords } from '#shared/i18n/fix-words.ts'
import type { FixRefusal } from '#shared/programs/fix/fix-problem.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { readUndoOptions } from '#cli/inspect/inspect-options.ts'
import { inertLine } from '#cli/output/inert.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Puts back what was there before the latest change, in every place where the program has settings that were changed. */
export async function undoFix(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const options = readUndoOptions(invocation)
  const places = await useCases.inspect(options)
  const done: { readonly profile: string; readonly error: FixRefusal | null }[] = []
  for (const { client, path } of places) {
    const undone = await useCases.fixes.undo({ client, path })
    done.push({ profile: path, error: undone.ok ? null : undone.error })
  }
  // A program has several places, and one of them was changed.
  const isBack = done.some(({ error }) => error === null)
  const told = isBack ? done.filter(({ error }) => error !== 'PROFILE_NO_BACKUP') : done
  const words = (error: FixRefusal) => fixProblemWords(error, READERS[options.client].program, translator.t)
  if (json) {
    const programs = told.map(({ profile, error }) => ({
      client: options.client,
      profile,
      undone: error === null,
      error: error === null ? null : words(error),
    }))
    printJson(terminal, { schema: 1, programs })
  } else
    for (const { profile, error } of told) {
      if (error === null) print(terminal, translator.t('inspect.fix.undone', { file: inertLine(profile) }))
      else say(terminal, `${words(error).title}\n${words(error).explanation} [${error}]`)
    }
  if (places.length === 0) say(terminal, translator.t('inspect.none.title'))
  return isBack && told.every(({ error }) => error === null) ? EXIT.proved : EXIT.problem
}

import type { UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { READ_PROBLEM_CODES, readPlainFile, type ReadProblem } from '#engine/files/plain-file.ts'
import { UsageError } from '#cli/exit-status.ts'

/** Why a file that the user named is not read, after "cannot read FILE:". */
export function readProblemText(problem: ReadProblem): UntranslatedText {
  return { key: `file-problem.${problem}`, code: READ_PROBLEM_CODES[problem] }
}

/**
 * The octets of a file that the user named.
 * @throws UsageError that says why it is not read
 */
export async function readNamedFile(
  name: string,
  wanted: Parameters<typeof readPlainFile>[1],
): Promise<Buffer> {
  const file = await readPlainFile(name, wanted)
  if (!file.ok) throw new UsageError('cli.read-file', { file: name, reason: readProblemText(file.error) })
  return file.value.content
}

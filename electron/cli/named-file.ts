import { READ_PROBLEM_CODES, readPlainFile, type ReadProblem } from '#engine/files/plain-file.ts'
import { UsageError } from '#cli/exit-status.ts'

/** Why a file that the user named is not read, after "cannot read FILE:". */
export const READ_PROBLEMS: Readonly<Record<ReadProblem, string>> = {
  absent: reason('absent', 'there is no such file'),
  denied: reason('denied', 'you may not read it'),
  folder: reason('folder', 'it is a folder, not a file'),
  special: reason('special', 'it is a pipe, a socket or a device, not a file'),
  'too-big': reason('too-big', 'it is longer than 1 MiB'),
  unreadable: reason('unreadable', 'it cannot be read'),
}

function reason(problem: ReadProblem, words: string): string {
  return `${words} [${READ_PROBLEM_CODES[problem]}]`
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
  if (!file.ok) throw new UsageError(`cannot read ${name}: ${READ_PROBLEMS[file.error]}`)
  return file.value.content
}

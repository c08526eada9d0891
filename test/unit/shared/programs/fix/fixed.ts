import { judge } from '#shared/programs/judge.ts'
import { fixedText } from '#shared/programs/fix/fixed-text.ts'
import { wantedAccount } from '#shared/programs/fix/wanted-account.ts'
import type { SettingsFile } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { known } from '../known-address.ts'

/** What is found in a file, by the catalogue alone. */
export function judgedIn(client: ReadableClient, files: readonly SettingsFile[], address = 'anna@gmx.net') {
  const read = READERS[client].read(files)
  if (!read.ok) throw new Error(read.error)
  return read.value.accounts.map((account) => ({
    account,
    findings: judge(account, READERS[client].role, known(address), []),
    results: [],
    known: known(address),
    proof: 'none' as const,
  }))
}

/** A file with everything changed in it that is certain. */
export function fixed(client: ReadableClient, files: readonly SettingsFile[], address = 'anna@gmx.net') {
  const judged = judgedIn(client, files, address)
  const wanted = judged.map((one) => wantedAccount(client, one))
  const [file = { text: '' }] = files
  return {
    result: fixedText(
      client,
      file.text,
      wanted.map(({ account }) => account),
    ),
    left: wanted.flatMap(({ left }) => left),
  }
}

export const told = ({ code, protocol, field, should }: SettingFinding) =>
  `${code} ${protocol ?? 'all'} ${field} ${should ?? '-'}`

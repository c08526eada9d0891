import type { ProgramAccount, SettingsFile } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'

export function readBy(client: ReadableClient, files: string | readonly SettingsFile[]) {
  const outcome = READERS[client].read(
    typeof files === 'string' ? [{ name: 'settings', text: files }] : files,
  )
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value
}

/** `smtp user@host:port encryption method`, and what is out of the ordinary. */
export function told({ name, address, services }: ProgramAccount): readonly string[] {
  return [
    `${name} <${address ?? '-'}>`,
    ...services.map(
      ({ protocol, userName, host, port, encryption, method, certificate }) =>
        `${protocol} ${userName ?? '-'} ${host}:${port} ${encryption} ${method}${certificate === 'checked' ? '' : ' unchecked'}`,
    ),
  ]
}

export type ReaderCase = readonly [
  what: string,
  client: ReadableClient,
  files: string | readonly SettingsFile[],
  expected: readonly (readonly string[])[],
]

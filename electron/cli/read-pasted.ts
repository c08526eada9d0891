import { UsageError } from '#cli/exit-status.ts'
import { readNamedFile } from '#cli/named-file.ts'
import { readStandardInput } from '#cli/standard-input.ts'
import type { Terminal } from '#cli/terminal.ts'
import { MAX_PASTED, pastedFrom, type Pasted } from '#shared/explain/pasted.ts'

/**
 * A file, or standard input for `-` and for nothing.
 * @throws UsageError that says why it cannot be read; nothing beyond the limit is ever kept
 */
export async function readPasted(terminal: Terminal, name: string | undefined): Promise<Pasted> {
  const octets =
    name === undefined || name === '-'
      ? await readAll(terminal)
      : await readNamedFile(name, { limit: MAX_PASTED, beyond: 'refuse' })
  return pastedFrom(octets, (from, charset) => new TextDecoder(charset, { fatal: true }).decode(from))
}

async function readAll({ input }: Terminal): Promise<Uint8Array> {
  const octets = await readStandardInput(input, MAX_PASTED)
  if (octets.length > MAX_PASTED) throw new UsageError('cli.usage.too-long')
  return octets
}

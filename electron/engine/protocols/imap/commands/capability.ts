import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { CommandRunner } from '#engine/protocols/imap/command.ts'
import type { ServerCapabilities } from '#engine/protocols/dialogue.ts'
import { mechanismNames } from '#engine/protocols/names.ts'

/** RFC 9051 section 6.1.1. */
export async function capability(commands: CommandRunner): Promise<Outcome<ServerCapabilities, Fault>> {
  const result = await commands.run(['CAPABILITY'])
  if (!result.ok) return result
  const names = result.value.capabilities
  return names === null || result.value.tagged.status !== 'OK'
    ? fail({ kind: 'garbage' })
    : ok(toCapabilities(names))
}

export function toCapabilities(names: readonly string[]): ServerCapabilities {
  const mechanisms = names.flatMap((name) => (name.startsWith('AUTH=') ? [name.slice('AUTH='.length)] : []))
  return { names, mechanisms: mechanismNames(mechanisms) }
}

import type { Trail } from '#shared/domain/evidence.ts'

/** The address that a server has accepted a message for; `null` where none was handed in, or it was only asked. */
export function handedInFor({ stages }: Trail): string | null {
  for (const record of stages)
    if (record.stage === 'send' && record.status === 'ok' && record.facts.how !== 'asked')
      return record.facts.to ?? null
  return null
}

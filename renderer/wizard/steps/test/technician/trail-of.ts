import type { Trail } from '#shared/domain/evidence.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

/** How far a service has come: the stages that have ended. */
export function trailOf({ endpoint, stages }: Lane): Trail {
  return { endpoint, stages: stages.filter((event) => event.status !== 'running') }
}

import { areOfTwoOwners } from '#shared/domain/owners.ts'
import { servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'

/** Whether sending and receiving have a field each. */
export function hasTwoOwners({ services, discovery }: Pick<ServersStep, 'services' | 'discovery'>): boolean {
  const wanting = servicesToTest(services).flatMap(({ endpoint, signIn }) =>
    signIn === 'password' ? [endpoint] : [],
  )
  return areOfTwoOwners(wanting, discovery.candidates)
}

import type { ControlSighting, Surroundings } from '#shared/domain/surroundings.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'

/** Whether any host that was asked has answered, if only to refuse. */
export function somethingGetsOut({ controls }: Surroundings): boolean {
  return controls.some(({ answered }) => answered)
}

/**
 * Names are found, and no web server answers that was asked. It takes hosts of two domains, because the web server of a
 * small domain often stands on the machine that is out of order.
 */
export function nothingGetsOut({ controls }: Surroundings): boolean {
  const silent = controls.filter(({ lookUp }) => lookUp === 'found')
  return silent.every(({ answered }) => !answered) && areStrangers(silent)
}

function areStrangers(controls: readonly ControlSighting[]): boolean {
  const domains = new Set(controls.map(({ host }) => registrableDomain(host) ?? host))
  return domains.size > 1
}

export function controlAt({ controls }: Surroundings, host: string): ControlSighting | null {
  return controls.find((control) => control.host === host) ?? null
}

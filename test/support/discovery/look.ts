import { afterEach } from 'vitest'
import {
  createDiscoveryWorld,
  linesOf,
  reportOf,
  type DiscoveryWorld,
  type WorldPlan,
} from './discovery-world.ts'

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

/** Lets Mailwright look around in one world; it ends with the test. */
export async function look(plan: WorldPlan, address = 'anna@example.org', domain = 'example.org') {
  world = await createDiscoveryWorld(plan, domain)
  const snapshots = await world.find(address)
  const last = snapshots.at(-1)
  return { snapshots, last, lines: linesOf(last), report: reportOf(last), world }
}

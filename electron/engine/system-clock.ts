import type { Clock } from '#engine/ports.ts'

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
}

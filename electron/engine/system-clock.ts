import type { Clock } from '#engine/environment.ts'

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
}

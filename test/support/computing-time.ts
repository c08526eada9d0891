/**
 * The processor time that some work takes, in milliseconds. What else the computer does makes the clock on the wall go on,
 * but not this one.
 */
export function computingMs(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

import { setTimeout as delay } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export const MIB = 2 ** 20

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What this process holds once everything that can be let go has been. */
export async function collected() {
  // Some objects are let go only when the ones that held them have gone.
  for (let pass = 0; pass < 3; pass += 1) {
    collect()
    await delay(20)
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  const resources = process.getActiveResourcesInfo()
  const count = (name: string) => resources.filter((one) => one === name).length
  return { heap: heapUsed + external, rss, sockets: count('TCPSocketWrap'), timers: count('Timeout') }
}

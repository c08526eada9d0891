import { createConnection } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Waits until a server listens; real servers say so in no other way that is the same everywhere. */
export async function waitForPort(port: number, withinMs = 10_000): Promise<void> {
  const until = performance.now() + withinMs
  while (!(await answers(port))) {
    if (performance.now() > until) throw new Error(`no server listens on port ${port}`)
    await delay(20)
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

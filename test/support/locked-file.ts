import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Holds a lock on a file that the kernel lists, until the test is over. */
export async function lockFile(path: string): Promise<void> {
  const child = spawn('flock', [path, '--command', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.stdin.end())
  await once(child.stdout, 'data')
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

/** `npm run bench -- --soak 30` is the long one. */
const MINUTES = Number(process.env['MAILWRIGHT_SOAK_MINUTES'] ?? 2)

test(
  'after two minutes of checks against flaky servers, many of them called off, memory is flat and nothing is left',
  async () => {
    const child = spawn(process.execPath, [inRoot('scripts/tasks/bench.ts'), '--soak', String(MINUTES)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [status]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>])
    console.info(said)
    expect(said).toMatch(/\d+ ok, \d+ problem/)
    expect(status, said).toBe(0)
  },
  (MINUTES + 1) * 60_000,
)

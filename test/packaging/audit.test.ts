import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

/** What `npm audit --json` says where the registry has told it. */
interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly name: string; readonly severity: string }>>
  readonly message?: string
}

async function audit(): Promise<Audit> {
  const child = spawn(
    'npm',
    ['audit', '--json', '--package-lock-only', '--fetch-retries=0', '--fetch-timeout=15000'],
    {
      cwd: inRoot(),
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    },
  )
  const ended = new Promise<string>((resolve) => child.once('error', () => resolve('')))
  const said = await Promise.race([text(child.stdout), ended])
  try {
    return JSON.parse(said) as Audit
  } catch {
    return { message: 'npm said nothing' }
  }
}

// A network that does not answer makes this neither good nor bad: it is named among what was skipped.
test('no package in the lock is known to be open to an attack that is called high or critical', async (context) => {
  const { vulnerabilities, message } = await audit()
  if (vulnerabilities === undefined) context.skip(`unavailable: ${message ?? 'no answer'}`)
  const grave = Object.values(vulnerabilities ?? {}).filter(({ severity }) =>
    /^(?:high|critical)$/.test(severity),
  )
  expect(grave.map(({ name, severity }) => `${name}: ${severity}`)).toEqual([])
}, 60_000)

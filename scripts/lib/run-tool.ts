import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { inRoot } from './paths.ts'

/** Runs the command of an installed package with this very Node; works without a shell, on every platform. */
export function runTool(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, [commandOf(name), ...args], {
    cwd: inRoot(),
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

function commandOf(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>
  }
  const path = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0] ?? '')
  return join(dirname(manifest), path)
}

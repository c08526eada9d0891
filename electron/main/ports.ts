import { app, dialog, shell } from 'electron'
import packageFile from '../../package.json' with { type: 'json' }
import type { EnginePorts } from '#engine/create-engine.ts'
import { PROXY_VARIABLE, proxyFromEnvironment } from '#engine/net/proxy/proxy-choice.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { unfitClientVariable } from '#engine/oauth/client.ts'
import { loadPolicy, type LoadedPolicy } from '#engine/policy/policy-file.ts'
import type { OpenUrl } from '#engine/ports.ts'
import { DEFAULT_OPTIONS, systemPorts } from '#engine/system-ports.ts'

/** Slow enough to watch a stage, quick enough not to bore. */
const PRACTICE_PACE_MS = 160

/** SECURITY: the engine passes on nothing but addresses of the catalogue; a second look costs nothing. */
const openUrl: OpenUrl = async (url) => {
  if (!url.startsWith('https://')) return false
  await shell.openExternal(url)
  return true
}

export interface DesktopWorld {
  readonly ports: EnginePorts
  /** Called when the application ends: removes what was there for this run alone. */
  readonly clear: () => void
}

/** The world of the desktop window: the real one, or the practice world when the command line asks for it. */
export async function desktopWorld(args: readonly string[]): Promise<DesktopWorld> {
  refuseUnfitVariables(process.env)
  const policy = await policyOf(process.platform, process.env)
  const real = systemPorts(
    { version: packageFile.version, host: 'desktop', openUrl },
    { ...DEFAULT_OPTIONS, proxy: proxyOf(process.env), policy },
  )
  if (!args.includes('--practice')) return { ports: real, clear: () => {} }
  const { practicePorts } = await import('#engine/practice/practice-ports.ts')
  return practicePorts(real, PRACTICE_PACE_MS)
}

/** The variable is named, and never what it holds. */
function refuseUnfitVariables(env: NodeJS.ProcessEnv): void {
  const unfit = unfitClientVariable(env)
  if (unfit === null) return
  process.stderr.write(`mailwright: ${unfit} holds no possible client\n`)
  app.exit(2)
}

/** Somebody who asks for a proxy does not want a test that goes round it because of a typing mistake. */
function proxyOf(env: NodeJS.ProcessEnv): ProxyServer | null {
  const chosen = proxyFromEnvironment(env)
  if (chosen.ok) return chosen.value
  process.stderr.write(`mailwright: ${PROXY_VARIABLE} is not the URL of a proxy (${chosen.error})\n`)
  app.exit(2)
  return null
}

/** Whoever laid rules down for this computer does not want it to be used without them because of a typing mistake. */
async function policyOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<LoadedPolicy | null> {
  const policy = await loadPolicy(null, platform, env)
  if (policy.ok) return policy.value
  const { file, kind, where } = policy.error
  const words = `The policy ${file} cannot be used (${kind}${where === '' ? '' : `: ${where}`}).`
  process.stderr.write(`mailwright: ${words}\n`)
  dialog.showErrorBox('Mailwright', words)
  app.exit(3)
  return null
}

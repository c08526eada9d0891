import { shell } from 'electron'
import packageFile from '../../package.json' with { type: 'json' }
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Environment } from '#engine/create-engine.ts'
import { PROXY_VARIABLE, proxyFromEnvironment } from '#engine/net/proxy/proxy-choice.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { unfitClientVariable } from '#engine/oauth/client.ts'
import { policyFaultText } from '#engine/policy/policy-fault-text.ts'
import { loadPolicy, type LoadedPolicy } from '#engine/policy/policy-file.ts'
import type { OpenUrl } from '#engine/environment.ts'
import { DEFAULT_OPTIONS, systemEnvironment } from '#engine/system-environment.ts'
import { choosePlace } from '#main/choose-place.ts'
import type { NotStarted } from '#main/not-started.ts'
import { printPage } from '#main/print-page.ts'

/** SECURITY: the engine passes on addresses of the catalogue and messages without a recipient; a second look costs nothing. */
const openUrl: OpenUrl = async (url) => {
  if (!url.startsWith('https://') && !url.startsWith('mailto:?subject=')) return false
  await shell.openExternal(url)
  return true
}

export interface DesktopWorld {
  readonly environment: Environment
  /** Called when the application ends: removes what was there for this run alone. */
  readonly clear: () => void
}

/** The world of the desktop window: the real one, or the practice world when the command line asks for it. */
export async function desktopWorld(args: readonly string[]): Promise<Outcome<DesktopWorld, NotStarted>> {
  const unfit = unfitClientVariable(process.env)
  if (unfit !== null)
    return fail({ text: { key: 'client-variable.unfit', values: { variable: unfit } }, status: 2 })
  const policy = await policyOf(process.platform, process.env)
  if (!policy.ok) return policy
  const proxy = proxyOf(process.env)
  if (!proxy.ok) return proxy
  const real = systemEnvironment(
    { version: packageFile.version, host: 'desktop', openUrl, choosePlace, printPage },
    { ...DEFAULT_OPTIONS, proxy: proxy.value, policy: policy.value },
  )
  if (!args.includes('--practice')) return ok({ environment: real, clear: () => {} })
  const { practiceEnvironment } = await import('#engine/practice/practice-environment.ts')
  return ok(await practiceEnvironment(real))
}

/** A user who asks for a proxy must not get a test that goes round it because of a typing mistake. */
function proxyOf(env: NodeJS.ProcessEnv): Outcome<ProxyServer | null, NotStarted> {
  const chosen = proxyFromEnvironment(env)
  if (chosen.ok) return chosen
  const values = { origin: PROXY_VARIABLE, reason: { key: `proxy-url.${chosen.error}` } } as const
  return fail({ text: { key: 'proxy-url.refused', values }, status: 2 })
}

/** For the same reason a computer with a policy must not be used without it. */
async function policyOf(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Promise<Outcome<LoadedPolicy | null, NotStarted>> {
  const policy = await loadPolicy(null, platform, env)
  if (policy.ok) return policy
  const values = { file: policy.error.file, reason: policyFaultText(policy.error) }
  return fail({ text: { key: 'desktop.policy', values }, status: 3 })
}

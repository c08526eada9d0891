import { PROXY_VARIABLE, proxyFromArgument, proxyFromEnvironment } from '#engine/net/proxy/proxy-choice.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { UsageError } from '#cli/exit-status.ts'

/** @throws UsageError with the reason; it never quotes the URL, in which there may be a password */
export function readProxy(argument: string | undefined, env: NodeJS.ProcessEnv): ProxyServer | null {
  const chosen = argument === undefined ? proxyFromEnvironment(env) : proxyFromArgument(argument, env)
  if (chosen.ok) return chosen.value
  throw new UsageError('proxy-url.refused', {
    origin: argument === undefined ? PROXY_VARIABLE : '--proxy',
    reason: { key: `proxy-url.${chosen.error}` },
  })
}

import type { ProxyProblem } from '#shared/domain/proxy.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { parseProxyUrl } from '#engine/net/proxy/proxy-url.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The variable that switches a proxy on. */
export const PROXY_VARIABLE = 'MAILWRIGHT_PROXY'

/** Where else the password of a proxy may stand. Both spellings are in use. */
const CREDENTIAL_VARIABLES = [PROXY_VARIABLE, 'ALL_PROXY', 'all_proxy', 'HTTPS_PROXY', 'https_proxy']

export type ProxyArgumentProblem = ProxyProblem | 'password-in-argument'

/**
 * The proxy that an argument names. A password in it is refused: every program on this computer can read the arguments
 * of every other, and the shell keeps them. It is taken from the environment instead, if a variable there names the
 * same proxy with one.
 */
export function proxyFromArgument(url: string, env: Environment): Outcome<ProxyServer, ProxyArgumentProblem> {
  // Said before anything else that may be wrong with it: the password is the one thing that must not stay there.
  if (/\/\/[^:@]*:.+@/.test(url)) return fail('password-in-argument')
  const parsed = parseProxyUrl(url)
  if (!parsed.ok) return parsed
  return ok(withCredentials(parsed.value, env))
}

/**
 * The proxy of the environment, `null` if there is none. Only our own variable counts: mail programs do not go by
 * `ALL_PROXY` or `HTTPS_PROXY`, so a test that went by them would test another way than the mail will take.
 */
export function proxyFromEnvironment(env: Environment): Outcome<ProxyServer | null, ProxyProblem> {
  const url = env[PROXY_VARIABLE] ?? ''
  return url === '' ? ok(null) : parseProxyUrl(url)
}

/** Credentials go to the proxy they were written for and to no other. */
function withCredentials(proxy: ProxyServer, env: Environment): ProxyServer {
  for (const name of CREDENTIAL_VARIABLES) {
    const known = parseProxyUrl(env[name] ?? '')
    if (!known.ok || known.value.credentials === null || !isSame(known.value, proxy)) continue
    const wanted = proxy.credentials?.userName ?? known.value.credentials.userName
    if (wanted === known.value.credentials.userName) return known.value
  }
  return proxy
}

function isSame(a: ProxyServer, b: ProxyServer): boolean {
  return a.kind === b.kind && a.host === b.host && a.port === b.port
}

import { PROXY_VARIABLE, proxyFromArgument, proxyFromEnvironment } from '#engine/net/proxy/proxy-choice.ts'
import type { ProxyArgumentProblem } from '#engine/net/proxy/proxy-choice.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { UsageError } from '#cli/exit-status.ts'

const FORM = 'http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT'

/** None of them quotes the URL: there may be a password in it. */
const REASONS: Readonly<Record<ProxyArgumentProblem, string>> = {
  form: `a proxy is ${FORM}; special characters in a user name or password are written like %40 for @`,
  kind: `this kind of proxy is not known; a proxy is ${FORM}`,
  host: 'the host is not a possible name or address',
  port: 'the port must be there, 1 to 65535',
  credentials:
    'user name and password must not be empty, too long or hold control characters; write : @ / ? # % in them as %3A %40 %2F %3F %23 %25',
  'password-in-argument': `a password is never an argument, because other programs can read it there; put the whole URL into the environment variable ${PROXY_VARIABLE}, or leave the password out and name the same proxy with it in ALL_PROXY or HTTPS_PROXY`,
}

/** @throws UsageError with the reason in words */
export function readProxy(argument: string | undefined, env: NodeJS.ProcessEnv): ProxyServer | null {
  const chosen = argument === undefined ? proxyFromEnvironment(env) : proxyFromArgument(argument, env)
  if (chosen.ok) return chosen.value
  throw new UsageError(`${argument === undefined ? PROXY_VARIABLE : '--proxy'}: ${REASONS[chosen.error]}`)
}

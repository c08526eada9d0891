import { secretProblem, userNameProblem } from '#shared/domain/credential-text.ts'
import { parseHostName } from '#shared/domain/host-name.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'
import type { ProxyProblem } from '#shared/domain/proxy.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { ProxyCredentials, ProxyKind, ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { Secret } from '#engine/secret.ts'

// Other programs tell `socks5h` (the proxy looks names up) from `socks5` (this computer does). Behind a proxy there is
// often no name server to ask, and a question to one would tell it where the mail goes: both mean the former here.
const KINDS: Readonly<Record<string, ProxyKind>> = {
  http: 'http',
  https: 'https',
  socks5: 'socks5',
  socks5h: 'socks5',
}

/** RFC 1929 section 2 counts both in one octet; the other kind has no use for more either. */
const LONGEST_CREDENTIAL = 255

/**
 * Reads `kind://[user:password@]host:port`. A grammar of our own, because the platform's parser drops a port
 * that is usual for the web and guesses what the user meant. The port has to be said: programs do not agree
 * on a usual one. A problem never quotes the text: there may be a password in it.
 */
export function parseProxyUrl(text: string): Outcome<ProxyServer, ProxyProblem> {
  const parts =
    /^([a-z][a-z0-9+.-]*):\/\/(?:([^@/?#\\]*)@)?(\[[^\]]*\]|[^:@/?#\\[\]]*)(?::([^:/?#]*))?\/?$/i.exec(text)
  if (parts === null) return fail('form')
  const [, scheme = '', userInfo, hostText = '', portText = ''] = parts
  const kind = Object.hasOwn(KINDS, scheme.toLowerCase()) ? KINDS[scheme.toLowerCase()] : undefined
  if (kind === undefined) return fail('kind')
  const host = parseHostName(hostText)
  if (!host.ok) return fail('host')
  const port = parsePort(portText)
  if (port === null) return fail('port')
  const credentials = userInfo === undefined ? null : readCredentials(userInfo)
  return credentials === 'unreadable'
    ? fail('credentials')
    : ok({ kind, host: host.value.ascii, port, credentials })
}

/** RFC 3986 section 3.2.1: special characters are percent-encoded, the first colon separates. */
function readCredentials(userInfo: string): ProxyCredentials | 'unreadable' {
  const colon = userInfo.indexOf(':')
  const userName = percentDecoded(colon === -1 ? userInfo : userInfo.slice(0, colon))
  const password = percentDecoded(colon === -1 ? '' : userInfo.slice(colon + 1))
  if (userName === null || password === null || userNameProblem(userName) !== null) return 'unreadable'
  // RFC 7617 section 2: the first colon ends the user name.
  if (userName.includes(':') || (password !== '' && secretProblem(password) !== null)) return 'unreadable'
  const tooLong = [userName, password].some((part) => Buffer.byteLength(part) > LONGEST_CREDENTIAL)
  return tooLong ? 'unreadable' : { userName, password: new Secret(password) }
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

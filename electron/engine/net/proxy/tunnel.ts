import type { Fault } from '#shared/domain/fault.ts'
import type { ResponseHead } from '#engine/net/proxy/http-head.ts'

/** Where the tunnel is to lead: a name as the user confirmed it, or an address. */
export interface TunnelTarget {
  readonly host: string
  readonly port: number
}

/** What a proxy can say or do instead of opening a tunnel. */
export type TunnelFault = Extract<
  Fault,
  {
    kind:
      | 'proxy-refused'
      | 'proxy-unusable'
      | 'name-not-found'
      | 'resolver-failed'
      | 'refused'
      | 'unreachable'
      | 'timeout'
  }
>

/** The same before the caller looked at the clock: a proxy says that it gave up, not how long it waited. */
export type ProxyAnswer = Exclude<TunnelFault, { kind: 'timeout' }> | { readonly kind: 'gave-up' }

/** The replies of RFC 1928 section 6. */
export function socksFault(reply: number): ProxyAnswer {
  switch (reply) {
    case 2:
      return { kind: 'proxy-refused', reason: 'forbidden', status: reply }
    case 3:
    case 4:
      return { kind: 'unreachable' }
    case 5:
      return { kind: 'refused' }
    case 6:
      return { kind: 'gave-up' }
    default:
      return { kind: 'proxy-refused', reason: 'failed', status: reply }
  }
}

/** A status says little about the way behind the proxy; where the proxy says more, that counts. */
export function httpFault({ status, fields }: ResponseHead): ProxyAnswer {
  const said = proxyStatus(fields.get('proxy-status')) ?? squidError(fields.get('x-squid-error'))
  if (status >= 500 && said !== null) return said
  switch (status) {
    case 407: {
      const offered = fields.get('proxy-authenticate') ?? ''
      // A list of challenges (RFC 9110 section 11.6.1): a scheme begins it or follows a comma.
      const reason = offered === '' || /(?:^|,)\s*basic(?:[\s,]|$)/i.test(offered) ? 'auth' : 'auth-method'
      return { kind: 'proxy-refused', reason, status }
    }
    // No server behind it answers a CONNECT: Tinyproxy says so of a wrong password for itself.
    case 401:
      return { kind: 'proxy-refused', reason: 'auth', status }
    case 403:
    case 405:
    case 451:
      return { kind: 'proxy-refused', reason: 'forbidden', status }
    case 502:
    case 503:
      return { kind: 'unreachable' }
    case 504:
      return { kind: 'gave-up' }
    default:
      return { kind: 'proxy-refused', reason: 'failed', status }
  }
}

/** RFC 9209 section 2.3: the error types that say something about the way from the proxy to the server. */
function proxyStatus(field = ''): ProxyAnswer | null {
  switch (/;\s*error=([a-z_]+)/.exec(field)?.[1]) {
    case 'dns_error':
      return /;\s*rcode="?NXDOMAIN/i.test(field)
        ? { kind: 'name-not-found' }
        : { kind: 'resolver-failed', detail: 'server-failure' }
    case 'dns_timeout':
      return { kind: 'resolver-failed', detail: 'timeout' }
    case 'destination_not_found':
    case 'destination_unavailable':
    case 'destination_ip_unroutable':
      return { kind: 'unreachable' }
    case 'connection_refused':
      return { kind: 'refused' }
    case 'connection_timeout':
      return { kind: 'gave-up' }
    case 'destination_ip_prohibited':
    case 'http_request_denied':
      return { kind: 'proxy-refused', reason: 'forbidden', status: null }
    default:
      return null
  }
}

/** What the most common proxy says instead: the name of its error page, and the number of a Linux system error. */
function squidError(field = ''): ProxyAnswer | null {
  const [name, number] = field.split(' ')
  if (name === 'ERR_DNS_FAIL') return { kind: 'resolver-failed', detail: 'server-failure' }
  if (name !== 'ERR_CONNECT_FAIL') return null
  return number === '111'
    ? { kind: 'refused' }
    : number === '110'
      ? { kind: 'gave-up' }
      : { kind: 'unreachable' }
}

import { isLoopbackHost, parseHostName } from '#shared/domain/host-name.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'
import { UsageError } from '#cli/exit-status.ts'

/** Where the queue is. */
export interface QueueAddress {
  readonly host: string
  readonly port: number
  readonly database: number
  readonly encryption: 'tls' | 'none'
  readonly userName: string | null
  readonly password: string | null
}

/** A secret is never an argument. */
export const PASSWORD_VARIABLE = 'MAILWRIGHT_QUEUE_PASSWORD'
const USUAL_PORT = 6_379

/**
 * Reads `rediss://[NAME@]HOST[:PORT][/DATABASE]`.
 *
 * SECURITY: addresses and results are in the queue, and whoever can write into it tells workers where to sign in. Without
 * encryption it is used on this computer alone.
 * @throws UsageError that does not quote the URL, in which there may be a password
 */
export function readQueueAddress(text: string, env: NodeJS.ProcessEnv): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : null
  const host = parseHostName(url?.hostname.replaceAll(/^\[|\]$/g, '') ?? '')
  const database = /^\/?(\d{0,4})$/.exec(url?.pathname ?? '')?.[1]
  const port = url?.port === '' ? USUAL_PORT : parsePort(url?.port ?? '')
  const isKnown = url?.protocol === 'redis:' || url?.protocol === 'rediss:'
  if (url === null || !isKnown || !host.ok || database === undefined || port === null)
    throw new UsageError('cli.queue.url')
  if (url.password !== '' || url.search !== '' || url.hash !== '') throw new UsageError('cli.queue.password')
  const encryption = url.protocol === 'rediss:' ? 'tls' : 'none'
  if (encryption === 'none' && !isLoopbackHost(host.value.ascii))
    throw new UsageError('cli.queue.insecure', {}, 'CFG_INSECURE')
  const password = env[PASSWORD_VARIABLE] ?? ''
  return {
    host: host.value.ascii,
    port,
    database: Number(database),
    encryption,
    userName: url.username === '' ? null : decodeURIComponent(url.username),
    password: password === '' ? null : password,
  }
}

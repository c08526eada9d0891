import { percentEncoded } from '#shared/exporters/quoting.ts'
import { parseSettingsUrl } from '#shared/programs/readers/settings-url.ts'

export interface UrlParts {
  readonly scheme: string
  readonly host: string
  readonly port: number
  /** `null`: what stands there stays, also where that is nothing. */
  readonly userName: string | null
}

const PARTS = /^([a-z][a-z0-9+.-]{0,30}:\/\/)(?:([^/]*)@)?(\[[^\]/@]*\]|[^/:@]*)((?::[^/]*)?)(.*)$/is

/** The same URL with other parts. A password in it stays, and a port that is not there is written only where it is another. */
export function fixedUrl(
  url: string,
  { scheme, host, port, userName }: UrlParts,
  usualPort: number,
): string | null {
  const [, , user, oldHost, oldPort = '', rest = ''] = PARTS.exec(url) ?? []
  const has = parseSettingsUrl(url)
  if (has === null || oldHost === undefined) return null
  const password = user?.includes(':') === true ? user.slice(user.indexOf(':')) : ''
  const name =
    userName === null || has.userName === userName ? user : `${percentEncoded(userName)}${password}`
  const number = oldPort === '' && port === usualPort ? '' : `:${port}`
  return `${scheme}://${name === undefined ? '' : `${name}@`}${host === has.host ? oldHost : host}${number}${rest}`
}

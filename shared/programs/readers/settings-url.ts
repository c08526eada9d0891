/** A server as programs of the terminal write it: `imaps://user@host:port`. */
export interface SettingsUrl {
  readonly scheme: string
  readonly userName: string | null
  readonly host: string
  /** `undefined` where there is none. */
  readonly port: string | undefined
}

/** User names have an @ of their own in some files, so the last one before the host counts. A password is dropped. */
const URL = /^([a-z][a-z0-9+.-]{0,30}):\/\/(?:([^/]*)@)?(\[[^\]/@]*\]|[^/:@]*)(?::([^/]*))?(?:\/|$)/i

/** `null` for any other text. */
export function parseSettingsUrl(text: string): SettingsUrl | null {
  const match = URL.exec(text.slice(0, 2_000))
  if (match === null) return null
  const [, scheme = '', user, host = '', port] = match
  return {
    scheme: scheme.toLowerCase(),
    userName: user === undefined ? null : decoded(user.split(':')[0] ?? ''),
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port,
  }
}

/** What is not encoded as RFC 3986 says stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

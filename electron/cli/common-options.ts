import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'
import { isLanguage, LANGUAGES, pickLanguage, type Language } from '#shared/i18n/languages.ts'
import { DEFAULT_LIMITS, withTimeout } from '#engine/limits.ts'
import type { SystemOptions } from '#engine/system-ports.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readProxy } from '#cli/proxy-option.ts'

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  dns: { type: 'string' },
  ca: { type: 'string' },
  proxy: { type: 'string' },
  timeout: { type: 'string' },
  lang: { type: 'string' },
  'no-color': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export interface CommonValues {
  readonly dns?: string
  readonly ca?: string
  readonly proxy?: string
  readonly timeout?: string
  readonly lang?: string
  readonly 'no-color'?: boolean
  readonly json?: boolean
}

export interface CommonSettings {
  readonly system: SystemOptions
  readonly language: Language
  readonly look: 'color' | 'plain'
  readonly json: boolean
}

/** @throws UsageError with the reason in words */
export function readCommonOptions(
  values: CommonValues,
  env: NodeJS.ProcessEnv,
  tty: { readonly isTTY?: boolean },
): CommonSettings {
  const limits =
    values.timeout === undefined ? DEFAULT_LIMITS : withTimeout(DEFAULT_LIMITS, readTimeout(values.timeout))
  const wantsColor = values['no-color'] !== true && (env['NO_COLOR'] ?? '') === '' && tty.isTTY === true
  return {
    system: {
      limits,
      dnsServer: values.dns === undefined ? null : readNameServer(values.dns),
      authorities: values.ca === undefined ? [] : readAuthorities(values.ca),
      proxy: readProxy(values.proxy, env),
    },
    language: values.lang === undefined ? pickLanguage(localesOf(env)) : readLanguage(values.lang),
    look: wantsColor ? 'color' : 'plain',
    json: values.json === true,
  }
}

function readTimeout(text: string): number {
  const seconds = Number(text)
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || seconds < 0.1)
    throw new UsageError('--timeout takes a number of seconds')
  return seconds * 1_000
}

function readNameServer(text: string): string {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+|[0-9a-f:]+?))(?::(\d+))?$/i.exec(text) ?? []
  const host = bracketed ?? plain ?? ''
  if (!isIpv4(host) && !isIpv6(host))
    throw new UsageError('--dns takes an address, with a port if need be: 192.0.2.1:53')
  if (port !== undefined && parsePort(port) === null)
    throw new UsageError('--dns: the port must be 1 to 65535')
  return port === undefined ? host : `${isIpv6(host) ? `[${host}]` : host}:${port}`
}

/** A file may hold several certificates; one that cannot be read makes the whole file useless. */
function readAuthorities(path: string): readonly string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`--ca: cannot read ${path}`)
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  if (!certificates.every(isCertificate)) throw new UsageError(`--ca: ${path} holds a damaged certificate`)
  if (certificates.length === 0) throw new UsageError(`--ca: no certificate in ${path}`)
  return certificates
}

function readLanguage(code: string): Language {
  if (isLanguage(code)) return code
  throw new UsageError(`--lang takes one of ${Object.keys(LANGUAGES).join(', ')}`)
}

function localesOf(env: NodeJS.ProcessEnv): readonly string[] {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG'], env['LANGUAGE']].filter((tag) => tag !== undefined)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== ''
  } catch {
    return false
  }
}

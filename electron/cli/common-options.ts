import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'
import { isLanguage, LANGUAGES, pickLanguage, type Language } from '#shared/i18n/languages.ts'
import { harmless } from '#shared/text/server-text.ts'
import { DEFAULT_LIMITS, withTimeout } from '#engine/limits.ts'
import { unfitClientVariable } from '#engine/oauth/client.ts'
import { loadPolicy, type LoadedPolicy, type PolicyFault } from '#engine/policy/policy-file.ts'
import type { SystemOptions } from '#engine/system-environment.ts'
import { readCertificates } from '#engine/tls/certificate-file.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'
import { READ_PROBLEMS } from '#cli/named-file.ts'
import { readProxy } from '#cli/proxy-option.ts'

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  dns: { type: 'string' },
  ca: { type: 'string' },
  proxy: { type: 'string' },
  policy: { type: 'string' },
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
  readonly policy?: string
  readonly timeout?: string
  readonly lang?: string
  readonly 'no-color'?: boolean
  readonly json?: boolean
}

export interface CommonSettings {
  readonly system: SystemOptions
  readonly language: Language
  readonly colors: 'color' | 'plain'
  readonly json: boolean
}

/** @throws UsageError or BrokenError with the reason in words */
export async function readCommonOptions(
  values: CommonValues,
  env: NodeJS.ProcessEnv,
  tty: { readonly isTTY?: boolean },
): Promise<CommonSettings> {
  requireClientVariables(env)
  const limits =
    values.timeout === undefined ? DEFAULT_LIMITS : withTimeout(DEFAULT_LIMITS, readTimeout(values.timeout))
  const wantsColor = values['no-color'] !== true && (env['NO_COLOR'] ?? '') === '' && tty.isTTY === true
  return {
    system: {
      limits,
      dnsServer: values.dns === undefined ? null : readNameServer(values.dns),
      authorities: values.ca === undefined ? [] : await readAuthorities(values.ca),
      proxy: readProxy(values.proxy, env),
      policy: await readPolicyFile(values.policy, env),
    },
    language: values.lang === undefined ? pickLanguage(localesOf(env)) : readLanguage(values.lang),
    colors: wantsColor ? 'color' : 'plain',
    json: values.json === true,
  }
}

function requireClientVariables(env: NodeJS.ProcessEnv): void {
  const unfit = unfitClientVariable(env)
  if (unfit !== null)
    throw new UsageError(`${unfit}: it is too long, not valid UTF-8, or has a control character in it`)
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

const CERTIFICATE_PROBLEMS = {
  ...READ_PROBLEMS,
  damaged: 'it holds a damaged certificate',
  empty: 'there is no certificate in it',
} as const

async function readAuthorities(path: string): Promise<readonly string[]> {
  const certificates = await readCertificates(path)
  if (certificates.ok) return certificates.value
  throw new UsageError(`--ca: cannot use ${path}: ${CERTIFICATE_PROBLEMS[certificates.error]}`)
}

function policyWords({ kind, where }: PolicyFault): string {
  if (kind === 'unsafe')
    return `others than the administrator can change ${where === '' ? 'it or its folder' : `the file named in "${where}"`}`
  if (kind !== 'content') return READ_PROBLEMS[kind]
  return where === '' ? 'it is no JSON' : `"${harmless(where)}" is not as it should be`
}

/** A bad file that was named is wrong usage; one of the computer itself keeps the program from running. */
async function readPolicyFile(
  named: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<LoadedPolicy | null> {
  const policy = await loadPolicy(named ?? null, process.platform, env)
  if (policy.ok) return policy.value
  const words = `the policy ${policy.error.file} cannot be used: ${policyWords(policy.error)}`
  throw named === undefined ? new BrokenError(words) : new UsageError(words)
}

function readLanguage(code: string): Language {
  if (isLanguage(code)) return code
  throw new UsageError(`--lang takes one of ${Object.keys(LANGUAGES).join(', ')}`)
}

function localesOf(env: NodeJS.ProcessEnv): readonly string[] {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG'], env['LANGUAGE']].filter((tag) => tag !== undefined)
}

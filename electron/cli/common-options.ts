import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'
import { parsePort } from '#shared/domain/server-endpoint.ts'
import { isLanguage, LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { DEFAULT_LIMITS, withTimeout } from '#engine/limits.ts'
import { unfitClientVariable } from '#engine/oauth/client.ts'
import { loadPolicy, type LoadedPolicy } from '#engine/policy/policy-file.ts'
import { policyFaultText } from '#engine/policy/policy-fault-text.ts'
import type { SystemOptions } from '#engine/system-environment.ts'
import { readCertificates } from '#engine/tls/certificate-file.ts'
import { flag, valued, type CommandOptions } from '#cli/command-option.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'
import { readProblemText } from '#cli/named-file.ts'
import { readProxy } from '#cli/proxy-option.ts'

/** Options that every command takes. */
export const COMMON_OPTIONS = {
  dns: valued('HOST[:PORT]', 'cli.option.dns'),
  ca: valued('FILE', 'cli.option.ca'),
  proxy: valued('URL', 'cli.option.proxy'),
  policy: valued('FILE', 'cli.option.policy'),
  timeout: valued('SECONDS', 'cli.option.timeout'),
  lang: valued('CODE', 'cli.option.lang', Object.keys(LANGUAGES)),
  'no-color': flag('cli.option.no-color'),
  json: flag('cli.option.json'),
  help: { type: 'boolean', short: 'h', text: 'cli.option.help' },
} as const satisfies CommandOptions

/** Every option of a command, its own first. */
export function everyOption(own: CommandOptions): CommandOptions {
  return { ...own, ...COMMON_OPTIONS }
}

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

/**
 * @param language that of the terminal, which `--lang` has chosen already where it is one of ours
 * @throws UsageError or BrokenError with the reason
 */
export async function readCommonOptions(
  values: CommonValues,
  env: NodeJS.ProcessEnv,
  tty: { readonly isTTY?: boolean },
  language: Language,
): Promise<CommonSettings> {
  requireClientVariables(env)
  requireLanguage(values.lang)
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
    language,
    colors: wantsColor ? 'color' : 'plain',
    json: values.json === true,
  }
}

function requireClientVariables(env: NodeJS.ProcessEnv): void {
  const unfit = unfitClientVariable(env)
  if (unfit !== null) throw new UsageError('client-variable.unfit', { variable: unfit })
}

function readTimeout(text: string): number {
  const seconds = Number(text)
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || seconds < 0.1) throw new UsageError('cli.usage.timeout')
  return seconds * 1_000
}

function readNameServer(text: string): string {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+|[0-9a-f:]+?))(?::(\d+))?$/i.exec(text) ?? []
  const host = bracketed ?? plain ?? ''
  if (!isIpv4(host) && !isIpv6(host)) throw new UsageError('cli.usage.dns')
  if (port !== undefined && parsePort(port) === null) throw new UsageError('cli.usage.dns-port')
  return port === undefined ? host : `${isIpv6(host) ? `[${host}]` : host}:${port}`
}

async function readAuthorities(path: string): Promise<readonly string[]> {
  const certificates = await readCertificates(path)
  if (certificates.ok) return certificates.value
  const { error } = certificates
  throw new UsageError('cli.unusable-file', {
    option: '--ca',
    file: path,
    reason:
      error === 'damaged' || error === 'empty'
        ? { key: `certificate-problem.${error}` }
        : readProblemText(error),
  })
}

/** A bad file that was named is wrong usage; one of the computer itself keeps the program from running. */
async function readPolicyFile(
  named: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<LoadedPolicy | null> {
  const policy = await loadPolicy(named ?? null, process.platform, env)
  if (policy.ok) return policy.value
  const reason = { file: policy.error.file, reason: policyFaultText(policy.error) }
  throw named === undefined ? new BrokenError('cli.policy', reason) : new UsageError('cli.policy', reason)
}

function requireLanguage(code: string | undefined): void {
  if (code !== undefined && !isLanguage(code))
    throw new UsageError('cli.usage.lang', { languages: Object.keys(LANGUAGES).join(', ') })
}

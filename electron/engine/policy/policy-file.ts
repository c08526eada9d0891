import { dirname, join, resolve } from 'node:path'
import { readPolicy, type Policy } from '#shared/policy/policy.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { isGuardedPlace } from '#engine/files/guarded-place.ts'
import { readPlainFile, type ReadProblem } from '#engine/files/plain-file.ts'
import { parseProxyUrl } from '#engine/net/proxy/proxy-url.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { readCertificates, type CertificateFileProblem } from '#engine/tls/certificate-file.ts'

/** A policy with what its files hold. */
export interface LoadedPolicy {
  readonly policy: Policy
  readonly proxy: ProxyServer | null
  /** PEM texts. */
  readonly authorities: readonly string[]
}

export interface PolicyFault {
  readonly file: string
  /**
   * `unsafe`: others than the administrator can change it, or the file that it names at `where`. `content`: `where` says
   * where, as a path inside the file.
   */
  readonly kind: ReadProblem | 'unsafe' | 'content'
  readonly where: string
}

const MAX_BYTES = 1_048_576

/** Where the administrator of a computer puts the policy, by the rules of the platform. */
export function systemPolicyPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'darwin':
      return '/Library/Application Support/Mailwright/policy.json'
    case 'win32':
      return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Mailwright', 'policy.json')
    default:
      return '/etc/mailwright/policy.json'
  }
}

/**
 * The policy in force. One that is there and cannot be used is a failure and never ignored: locks that quietly do not
 * hold are worse than a program that does not start.
 * @param named a file the user named, or `null` for the one of the computer, which need not exist
 */
export function loadPolicy(
  named: string | null,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Promise<Outcome<LoadedPolicy | null, PolicyFault>> {
  if (named !== null) return loadPolicyFile(named, 'named')
  // Windows guards the folder by rules that are not in the mode of the file.
  return loadPolicyFile(
    systemPolicyPath(platform, env),
    platform === 'win32' ? 'of-computer' : 'of-computer-guarded',
  )
}

/**
 * `named`: the user answers for it, and it has to be there. `of-computer`: it may be missing. `…-guarded`: only the
 * administrator may be able to change it or what it names.
 */
export type PolicyOrigin = 'named' | 'of-computer' | 'of-computer-guarded'

/** Reads one policy file and everything it names. */
export async function loadPolicyFile(
  file: string,
  origin: PolicyOrigin,
): Promise<Outcome<LoadedPolicy | null, PolicyFault>> {
  const content = await read(file, origin)
  if (!content.ok)
    return origin !== 'named' && content.error === 'absent'
      ? ok(null)
      : fail({ file, kind: content.error, where: '' })
  const policy = readPolicy(content.value)
  if (!policy.ok) return fail({ file, kind: 'content', where: policy.error.where })
  return complete(policy.value, file, origin)
}

async function read(file: string, origin: PolicyOrigin): Promise<Outcome<string, ReadProblem | 'unsafe'>> {
  const found = await readPlainFile(file, { limit: MAX_BYTES, beyond: 'refuse' })
  if (!found.ok) return found
  return (await isOpenToOthers(file, origin)) ? fail('unsafe') : ok(found.value.content.toString('utf8'))
}

async function complete(
  policy: Policy,
  file: string,
  origin: PolicyOrigin,
): Promise<Outcome<LoadedPolicy, PolicyFault>> {
  const proxy = policy.proxy === null ? ok(null) : parseProxyUrl(policy.proxy)
  if (!proxy.ok || (proxy.value !== null && proxy.value.credentials !== null))
    return fail({ file, kind: 'content', where: 'proxy' })
  const authorities: string[] = []
  for (const [index, name] of policy.authorityFiles.entries()) {
    const where = `authorityFiles.${index}`
    const certificates = await readAuthorities(resolve(dirname(file), name), origin)
    if (!certificates.ok)
      return fail({ file, kind: certificates.error === 'unsafe' ? 'unsafe' : 'content', where })
    authorities.push(...certificates.value)
  }
  return ok({ policy, proxy: proxy.value, authorities })
}

/** What a policy names is guarded like the policy itself. */
async function readAuthorities(
  path: string,
  origin: PolicyOrigin,
): Promise<Outcome<readonly string[], CertificateFileProblem | 'unsafe'>> {
  const certificates = await readCertificates(path)
  if (!certificates.ok) return certificates
  return (await isOpenToOthers(path, origin)) ? fail('unsafe') : certificates
}

/** SECURITY: a place that cannot be looked at counts as one that others can change. */
async function isOpenToOthers(path: string, origin: PolicyOrigin): Promise<boolean> {
  return origin === 'of-computer-guarded' && !(await isGuardedPlace(path).catch(() => false))
}

import type { EndpointResult } from '#shared/finding/check-result.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { judge } from '#shared/programs/judge.ts'
import { isUnsafe } from '#shared/programs/judge-live.ts'
import { judgedService, type KnownSettings } from '#shared/programs/known-service.ts'
import type { ProgramAccount, ProgramService } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import type { Security } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What has been found out about an account of a program. */
export interface JudgedAccount {
  readonly account: ProgramAccount
  readonly findings: readonly SettingFinding[]
  /** Empty where nothing was tested. */
  readonly results: readonly EndpointResult[]
  readonly known: KnownSettings
  /** `follows`: the account is tested with the new values before anything is written, so that a likely one will do. */
  readonly proof: 'none' | 'follows'
}

export interface WantedAccount {
  /** The account with every value that is certain; the same where there is none. */
  readonly account: ProgramAccount
  /** What a user has to see to. */
  readonly left: readonly SettingFinding[]
}

/** A change brings up the next: another server has other ports, another port another encryption. */
const MOST_ROUNDS = 4

/** The account as it should be, as far as that is certain. */
export function wantedAccount(client: ReadableClient, judged: JudgedAccount): WantedAccount {
  const { known } = judged
  let { account, findings } = judged
  let left: readonly SettingFinding[] = []
  for (let round = 0; round < MOST_ROUNDS && findings.length > 0; round += 1) {
    const certain = findings.filter((finding) => isCertain(finding, account, judged))
    left = [...left, ...findings.filter((finding) => !certain.includes(finding))]
    const before = account
    account = {
      ...account,
      services: account.services.map((service) => withFindings(service, certain, account)),
    }
    findings = followUps(before, account, client, known)
  }
  return {
    account: { ...account, services: account.services.map((one) => told(client, one, account, known)) },
    left,
  }
}

/** A value that the catalogue or the provider states, or one that a test speaks for. What is only unusual stays. */
function isCertain(
  finding: SettingFinding,
  account: ProgramAccount,
  { known, results, proof }: JudgedAccount,
): boolean {
  const { protocol, turn, severity, field } = finding
  const service = account.services.find((one) => one.protocol === protocol)
  if (service === undefined || turn !== 'you' || !hasValue(finding)) return false
  const result = results.find(({ endpoint }) => endpoint.protocol === protocol)
  const isKnown = judgedService(service, account, known).here.length > 0
  if (isUnsafe(finding)) {
    if (result === undefined) return isKnown || proof === 'follows'
    // A certificate that the test refused is not mended by looking at it.
    return isGood(result.verdict) || (proof === 'follows' && field === 'encryption')
  }
  return (
    severity === 'error' && (isKnown || result !== undefined || field === 'server' || proof === 'follows')
  )
}

const CHANGED_FIELDS: ReadonlySet<string> = new Set([
  'server',
  'port',
  'encryption',
  'certificate',
  'authentication',
  'user-name',
])

function hasValue(finding: SettingFinding): boolean {
  return CHANGED_FIELDS.has(finding.field) && (finding.should !== null || endpointIn(finding) !== null)
}

/** The whole endpoint that a test has found to work, where the finding is that of the test itself. */
function endpointIn({ code, live }: SettingFinding): ServerEndpoint | null {
  if (live === null || live.code !== code) return null
  const action = live.actions.find(({ kind }) => kind === 'use-endpoint' || kind === 'use-server')
  return action?.kind === 'use-endpoint' || action?.kind === 'use-server' ? action.endpoint : null
}

function withFindings(
  service: ProgramService,
  findings: readonly SettingFinding[],
  account: ProgramAccount,
): ProgramService {
  return findings
    .filter(({ protocol }) => protocol === service.protocol)
    .reduce((one, finding) => withFinding(one, finding, account), service)
}

function withFinding(
  service: ProgramService,
  finding: SettingFinding,
  account: ProgramAccount,
): ProgramService {
  const endpoint = endpointIn(finding)
  if (endpoint !== null && endpoint.protocol === service.protocol)
    return { ...service, host: endpoint.host, port: endpoint.port, encryption: endpoint.security }
  const { field, should } = finding
  if (should === null) return service
  switch (field) {
    case 'server':
      return { ...service, host: should }
    case 'port':
      return { ...service, port: Number(should) }
    case 'encryption':
      return { ...service, encryption: should as Security }
    case 'certificate':
      return { ...service, certificate: 'checked' }
    case 'authentication':
      return withMethod(service, should === 'oauth' ? 'oauth' : 'password', account)
    case 'user-name':
      return { ...service, userName: should }
    default:
      return service
  }
}

/** A program that sends without a sign-in has no user name for it: that of receiving serves, or else the address. */
function withMethod(
  { mechanism: _mechanism, ...service }: ProgramService,
  method: 'password' | 'oauth',
  { address, services }: ProgramAccount,
): ProgramService {
  const other = services.find(({ userName }) => userName !== null)?.userName
  return { ...service, method, userName: service.userName ?? other ?? address }
}

/** What is wrong about the new values alone: what a test has said of the others stays said. */
function followUps(
  before: ProgramAccount,
  account: ProgramAccount,
  client: ReadableClient,
  known: KnownSettings,
): readonly SettingFinding[] {
  return judge(account, READERS[client].role, known, []).filter(({ protocol, field }) => {
    const old = before.services.find((one) => one.protocol === protocol)
    const now = account.services.find((one) => one.protocol === protocol)
    if (old === undefined || now === undefined) return false
    if (old.host !== now.host) return true
    if (old.port !== now.port) return field === 'encryption'
    return old.method === 'none' && now.method !== 'none' && field === 'user-name'
  })
}

/** No STARTTLS, or none that is required. */
const WITHOUT_STARTTLS: ReadonlySet<ReadableClient> = new Set(['getmail', 'offlineimap'])

/** Where the program cannot be told STARTTLS, the port with SSL/TLS of the same server serves. */
function told(
  client: ReadableClient,
  service: ProgramService,
  account: ProgramAccount,
  known: KnownSettings,
): ProgramService {
  if (!WITHOUT_STARTTLS.has(client) || service.encryption !== 'starttls') return service
  const tls = judgedService(service, account, known).here.find(({ endpoint }) => endpoint.security === 'tls')
  return tls === undefined ? service : { ...service, port: tls.endpoint.port, encryption: 'tls' }
}

import type { EndpointResult } from '#shared/finding/check-result.ts'
import { judgeMethod, judgeFrom, judgeUserName } from '#shared/programs/judge-sign-in.ts'
import { withLive } from '#shared/programs/judge-live.ts'
import { judgeCertificate, judgeEncryption, judgeHost, judgePort } from '#shared/programs/judge-server.ts'
import { judgedService, type KnownSettings } from '#shared/programs/known-service.ts'
import type { ProgramAccount, ProgramRole, ProgramService } from '#shared/programs/program-account.ts'
import { SETTING_FIELDS, type SettingFinding } from '#shared/programs/setting-finding.ts'

/**
 * What is wrong about an account as a program has it, the first cause first: errors before warnings, and among those what
 * comes into play first. Sending stands before receiving, because that is what people ask about.
 * @param results what a test of these very servers has proved; empty where none was made
 */
export function judge(
  account: ProgramAccount,
  role: ProgramRole,
  known: KnownSettings,
  results: readonly EndpointResult[],
): readonly SettingFinding[] {
  const findings = account.services.flatMap((service) => {
    const judged = judgeService(service, account, known)
    const result = results.find(({ endpoint }) => endpoint.protocol === service.protocol)
    return result === undefined ? judged : withLive(service, judged, result)
  })
  return [...findings, ...missingOutgoing(account, role, known)].toSorted(
    (a, b) => rank(a) - rank(b) || (a.protocol === 'smtp' ? -1 : 0) - (b.protocol === 'smtp' ? -1 : 0),
  )
}

/** What can be said without a test. */
function judgeService(
  service: ProgramService,
  account: ProgramAccount,
  known: KnownSettings,
): readonly SettingFinding[] {
  const judged = judgedService(service, account, known)
  const host = judgeHost(judged)
  // The right server may have other ports; one that is only another one has those that are usual.
  const isElsewhere = host?.severity === 'error'
  const port = isElsewhere ? null : judgePort(judged)
  const found = [
    host,
    port,
    // Another port has another encryption.
    isElsewhere || port?.severity === 'error' ? null : judgeEncryption(judged),
    judgeCertificate(judged),
    judgeMethod(judged),
    judgeUserName(judged),
    judgeFrom(judged),
  ]
  return found.flatMap((finding) =>
    finding === null ? [] : [{ ...finding, protocol: service.protocol, live: null }],
  )
}

function missingOutgoing(
  { services }: ProgramAccount,
  role: ProgramRole,
  { candidates }: KnownSettings,
): readonly SettingFinding[] {
  if (role === 'one-way' || services.some(({ protocol }) => protocol === 'smtp')) return []
  const best = candidates.find(({ endpoint, trust }) => endpoint.protocol === 'smtp' && trust !== 'guess')
  return [
    {
      code: 'SET_NO_OUTGOING',
      severity: 'error',
      turn: 'you',
      field: 'server',
      protocol: 'smtp',
      has: '',
      should: best?.endpoint.host ?? null,
      live: null,
    },
  ]
}

const SEVERITIES = ['error', 'warning', 'info'] as const

function rank({ severity, field }: SettingFinding): number {
  return SEVERITIES.indexOf(severity) * SETTING_FIELDS.length + SETTING_FIELDS.indexOf(field)
}

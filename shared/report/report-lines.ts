import { isPossible } from '#shared/finding/action.ts'
import { SIGN_IN_WAYS } from '#shared/contract/capabilities.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { attemptsIn, failureIn, type Trail } from '#shared/domain/evidence.ts'
import { formatHost, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { TranscriptLine } from '#shared/domain/evidence.ts'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { addresseeOf } from '#shared/report/message-about.ts'
import { remedyFor } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'
import type { Report } from '#shared/report/report.ts'

/** The next steps of a finding, best first, with the page that is meant; it is text, and no link. */
export function stepLines(finding: Finding, address: string, t: Translate): readonly string[] {
  const to = { ...finding, turn: addresseeOf(finding, address) }
  return finding.actions
    .filter((action) => isPossible(action, SIGN_IN_WAYS) && action.kind !== 'trust-certificate')
    .map((action) => {
      const url = 'url' in action ? action.url : null
      return url === null ? actionWords(action, t, to) : `${actionWords(action, t, to)}: ${url}`
    })
}

/** What is known about the provider and may be behind it. */
export function hintLines({ hints = [], provider }: Finding, t: Translate): readonly string[] {
  return hints.map((hint) => {
    const said = hintWords(hint, provider ?? '', t)
    return hint.url === null ? said : `${said} ${hint.url}`
  })
}

/** What an administrator can switch, where it is known; with its commands, line by line. */
export function adminLines(
  { code }: Finding,
  { endpoint, userName }: EndpointResult,
  address: string,
  t: Translate,
): readonly string[] {
  const remedy = remedyFor(code, endpoint.host, address)
  return remedy === null ? [] : remedyLines(remedy, { address, userName, protocol: endpoint.protocol }, t)
}

/** `993 SSL/TLS`, the words that stand beside the fields of a mail program. */
export function portWords({ port, security }: ServerEndpoint, t: Translate): string {
  return `${port} ${t(`security-name.${security}`)}`
}

export function certificateRows(
  certificate: CertificateFacts,
  t: Translate,
): readonly (readonly [label: string, value: string])[] {
  const { subject, issuer, dnsNames, ipAddresses, validFrom, validTo, fingerprint, chain } = certificate
  const rows: readonly (readonly [string, string])[] = [
    [t('certificate.subject'), subject],
    [t('certificate.names'), [...dnsNames, ...ipAddresses].join(', ')],
    [t('certificate.issuer'), issuer],
    [t('certificate.chain'), chain.map((link) => link.subject).join(' → ')],
    [t('certificate.valid'), `${validFrom} – ${validTo}`],
    [t('certificate.key'), certificate.publicKey],
    [t('certificate.signature'), certificate.signature],
    [t('certificate.fingerprint'), fingerprint],
  ]
  return rows.map(([label, value]) => [label, value === '' ? '–' : value])
}

/** Every stage with what became of it and its time. */
export function stageLines(stages: readonly StageRecord[], t: Translate): readonly string[] {
  return stages.map((record) => {
    const took = `${Math.round(record.endedMs - record.startedMs)} ms`.padStart(9)
    return `${record.status.padEnd(8)}${took}  ${stageWords(record.stage, t)}  ${stageFactsText(record)}`.trimEnd()
  })
}

/** Each line with the milliseconds since the test began. */
export function transcriptLines(lines: readonly TranscriptLine[], t: Translate): readonly string[] {
  return lines.map(({ direction, text, atMs, encrypted }) => {
    const at = String(Math.round(atMs)).padStart(6)
    return `${at}  ${direction === 'sent' ? '>' : '<'} ${text}${encrypted ? '' : `  (${t('report.unencrypted')})`}`
  })
}

/** One address of one port, and what came of it. */
export interface NetworkRow {
  readonly service: string
  readonly host: string
  readonly port: string
  readonly address: string
  readonly outcome: string
}

/** What stands above the rows. */
export function networkColumns(t: Translate): readonly string[] {
  return [
    t('comparison.service'),
    t('report.column.host'),
    t('survey.column.port'),
    t('report.column.address'),
    t('report.column.outcome'),
  ]
}

/** Every port and address that was tried, and the other ports of the same servers. */
export function networkRows({ endpoints, survey }: Report, t: Translate): readonly NetworkRow[] {
  const tried = endpoints.flatMap(({ evidence, alternatives }) => [
    ...attemptRows(evidence, t),
    ...alternatives.map((trail) => alternativeRow(trail, t)),
  ])
  const surveyed = (survey?.endpoints ?? []).map(({ endpoint, address, state, code }) => ({
    ...placeOf(endpoint, t),
    address: address?.address ?? '–',
    outcome: code === 'OK' ? t(`port-state.${state}`) : `${t(`port-state.${state}`)} [${code}]`,
  }))
  return [...tried, ...surveyed]
}

function placeOf(endpoint: ServerEndpoint, t: Translate) {
  const { protocol, host } = endpoint
  return { service: protocol.toUpperCase(), host: formatHost(host), port: portWords(endpoint, t) }
}

function attemptRows(trail: Trail, t: Translate): readonly NetworkRow[] {
  const attempts = attemptsIn(trail)
  const place = placeOf(trail.endpoint, t)
  if (attempts.length === 0) return [{ ...place, address: '–', outcome: endOf(trail, t) }]
  return attempts.map(({ address, outcome, tookMs }) => {
    const took = tookMs === undefined ? '' : ` (${t('duration.ms', { ms: Math.round(tookMs) })})`
    return { ...place, address, outcome: `${t(`report.outcome.${outcome}`)}${took}` }
  })
}

function alternativeRow(trail: Trail, t: Translate): NetworkRow {
  return {
    ...placeOf(trail.endpoint, t),
    address: t('report.alternative'),
    outcome: endOf(trail, t),
  }
}

function endOf(trail: Trail, t: Translate): string {
  const failed = failureIn(trail)
  return failed === null
    ? t('report.answers')
    : t('report.answers-not', { stage: stageWords(failed.stage, t) })
}

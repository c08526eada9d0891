import { utcMoment } from '#shared/text/utc.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import { attemptsIn, certificateIn, proxyIn, type Trail } from '#shared/domain/evidence.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { passwordSentence } from '#shared/report/causes.ts'
import type { Report } from '#shared/report/report.ts'

/** What a technician asks first about a mail account that does not work, in this order. */
export const QUESTIONS = [
  'who',
  'what',
  'code',
  'server',
  'said',
  'password',
  'when',
  'address',
  'certificate',
  'versions',
] as const

export type Question = (typeof QUESTIONS)[number]

export interface FirstAnswer {
  readonly question: Question
  readonly label: string
  readonly lines: readonly string[]
}

/** What a report is about first: the failure, else what there is to know, else the first service. */
export interface MainPoint {
  readonly result: EndpointResult
  readonly finding: Finding | null
}

export function mainPoint({ endpoints }: Pick<Report, 'endpoints'>): MainPoint | null {
  const result =
    // One that was not tried because another was just refused has less to tell than that other.
    endpoints.find(({ verdict }) => verdict === 'failed') ??
    endpoints.find(({ verdict }) => !isGood(verdict)) ??
    endpoints.find(({ findings }) => findings.length > 0) ??
    endpoints[0]
  return result === undefined ? null : { result, finding: result.findings[0] ?? null }
}

/** The ten answers that stand on the first screen of a report. */
export function firstAnswers(report: Report, t: Translate): readonly FirstAnswer[] {
  const point = mainPoint(report)
  const lines = point === null ? linesWithoutTest(report, t) : linesAbout(point, report, t)
  return QUESTIONS.map((question) => ({
    question,
    label: t(`report.question.${question}`),
    lines: lines[question],
  }))
}

type Lines = Readonly<Record<Question, readonly string[]>>

function linesWithoutTest(report: Report, t: Translate): Lines {
  const none = ['–']
  return {
    who: [report.address],
    what: none,
    code: none,
    server: none,
    said: none,
    password: [t('password-sent.no')],
    when: whenLines(report, t),
    address: none,
    certificate: none,
    versions: versionLines(report, t),
  }
}

function linesAbout({ result, finding }: MainPoint, report: Report, t: Translate): Lines {
  const { endpoint, userName, signIn, evidence } = result
  const { protocol, host, port, security } = endpoint
  const user = signIn === 'none' ? t('no-sign-in') : t('report.user', { userName })
  return {
    who: [report.address, user],
    what: [
      finding === null
        ? t('report.nothing-failed', { verdict: verdictWords(result, t) })
        : findingWords(finding, t).title,
    ],
    code: [codeLine(result, finding, t)],
    server: [t(`service.${protocol}`), `${formatHost(host)}:${port} ${t(`security-name.${security}`)}`],
    said: [finding?.serverSaid ?? t('report.said-nothing')],
    password: [passwordSentence(report.endpoints, t, (names) => names.join(', '))],
    when: whenLines(report, t),
    address: addressLines(evidence, t),
    certificate: certificateLines(evidence, t),
    versions: versionLines(report, t),
  }
}

function codeLine({ code }: EndpointResult, finding: Finding | null, t: Translate): string {
  return finding === null
    ? code
    : t('report.at-stage', { code: finding.code, stage: stageWords(finding.stage, t) })
}

function whenLines({ tested, lastProved }: Report, t: Translate): readonly string[] {
  return [
    t('report.utc', { moment: utcMoment(tested) }),
    lastProved === null ? t('report.never-proved') : t('report.proved', { moment: utcMoment(lastProved) }),
  ]
}

/** Where the line ended up, or what came of each address that was tried. */
function addressLines(evidence: Trail, t: Translate): readonly string[] {
  const attempts = attemptsIn(evidence)
  const connected = attempts.find(({ outcome }) => outcome === 'connected')
  const proxy = proxyIn(evidence)
  const tried = attempts.map(({ address, outcome }) =>
    t('report.tried', { address, outcome: t(`report.outcome.${outcome}`) }),
  )
  const way =
    proxy !== null
      ? t('report.by-proxy', { proxy })
      : connected === undefined
        ? t('report.direct-unknown')
        : t('report.direct', { family: `IPv${connected.family}` })
  if (connected !== undefined) return [t('report.reached', { address: connected.address }), way]
  return [...(tried.length === 0 ? [t('report.no-address')] : tried.slice(0, 3)), way]
}

function certificateLines(evidence: Trail, t: Translate): readonly string[] {
  const certificate = certificateIn(evidence)
  if (certificate === null) return [t('report.no-certificate')]
  const { subject, issuer, validTo } = certificate
  const tls = evidence.stages.flatMap((record) =>
    record.stage === 'tls' ? [record.facts.version ?? ''] : [],
  )
  const until = t('report.certificate-until', { until: validTo === '' ? '–' : validTo.slice(0, 10) })
  return [
    t('report.certificate-of', { subject: subject === '' ? '–' : subject, issuer }),
    [until, tls.at(-1) ?? ''].filter((part) => part !== '').join(', '),
  ]
}

export function versionLines({ madeBy }: Pick<Report, 'madeBy'>, t: Translate): readonly string[] {
  const { version, host, system } = madeBy
  return [t('report.maker', { version, host: t(`report.host.${host}`) }), ...(system === '' ? [] : [system])]
}

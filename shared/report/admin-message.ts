import type { Finding, Turn } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { attemptsIn, certificateIn, type Trail } from '#shared/domain/evidence.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { letterTitle, utcTime, type Letter } from '#shared/report/letter.ts'
import { remedyFor } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'

/**
 * A message to the provider or administrator: what does not work for one of their users, where exactly and when, what
 * the server said, what was tested, and the switch to turn, where it is known. It holds the address, because they have
 * to find the account, and never a secret. The advice for the user stays out of it.
 */
export function adminMessage(
  result: EndpointResult,
  finding: Finding,
  { address, addressee }: { readonly address: string; readonly addressee: Turn },
  t: Translate,
): Letter {
  const { host, port, protocol } = result.endpoint
  const { code, facts, severity } = finding
  const title = letterTitle(code, { ...facts, host }, findingWords(finding, t).title, t)
  const remedy = remedyFor(code, host, address)
  const target = { address, userName: result.userName, protocol }
  const intro = t(severity === 'warning' ? 'admin-message.intro-works' : 'admin-message.intro', {
    address,
    addressee,
  })
  return {
    subject: `${protocol.toUpperCase()} ${host}, port ${port}: ${title}`,
    body: [
      t('admin-message.hello'),
      '',
      intro,
      '',
      `${title}.`,
      '',
      ...(remedy === null ? [] : [...remedyLines(remedy, target, t), '']),
      ...factLines(result, finding, t),
      '',
      t('admin-message.thanks'),
    ].join('\n'),
  }
}

/** What the reader needs to find it in the log of the server, and to try it again. */
function factLines(result: EndpointResult, finding: Finding, t: Translate): readonly string[] {
  const { endpoint, evidence, signIn, userName, testedAt } = result
  const { serverSaid, stage, code } = finding
  const address = attemptsIn(evidence).find(({ outcome }) => outcome === 'connected')?.address ?? null
  return [
    `${t('admin-message.server')}: ${endpoint.host}`,
    `${t('admin-message.port')}: ${endpoint.port} (${endpoint.protocol.toUpperCase()}, ${t(`security.${endpoint.security}`)})`,
    ...(address === null ? [] : [`${t('admin-message.ip-address')}: ${address}`]),
    signIn === 'none' ? t('no-sign-in') : `${t('admin-message.user-name')}: ${userName}`,
    ...(testedAt === undefined ? [] : [`${t('admin-message.time')}: ${utcTime(testedAt)}`]),
    `${t('admin-message.tested')}: ${testedIn(evidence, t)}`,
    `${t('admin-message.stage')}: ${stageWords(stage, t)}`,
    ...(serverSaid === null ? [] : [`${t('server-said')}: ${serverSaid}`]),
    ...(stage === 'certificate' ? certificateLines(evidence, t) : []),
    `${t('admin-message.code')}: ${code}`,
  ]
}

/** Every stage with what came of it, in the order of the test. */
function testedIn({ stages }: Trail, t: Translate): string {
  return stages
    .filter(({ status }) => status !== 'skipped')
    .map(({ stage, status }) => {
      const came = t(`admin-message.stage.${status === 'failed' ? 'failed' : 'ok'}`)
      return `${stageWords(stage, t)} (${came})`
    })
    .join(', ')
}

function certificateLines(evidence: Trail, t: Translate): readonly string[] {
  const certificate = certificateIn(evidence)
  if (certificate === null) return []
  const { subject, issuer, dnsNames, validFrom, validTo, fingerprint } = certificate
  return [
    `${t('admin-message.certificate')}: ${subject}`,
    ...(dnsNames.length === 0 ? [] : [`${t('admin-message.names')}: ${dnsNames.slice(0, 10).join(', ')}`]),
    `${t('admin-message.issuer')}: ${issuer}`,
    `${t('admin-message.validity')}: ${utcTime(validFrom)} – ${utcTime(validTo)}`,
    `SHA-256: ${fingerprint}`,
  ]
}

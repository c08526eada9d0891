import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { MechanismReport, MechanismTrial } from '#shared/finding/mechanism-report.ts'
import { mechanismWords } from '#shared/i18n/mechanism-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { inertLine } from '#cli/output/inert.ts'
import type { Style } from '#cli/output/style.ts'

const WIDTH = 20

/** Each announced mechanism of each server, a line each. */
export function mechanismsText({ services, endedBy }: MechanismReport, t: Translate, style: Style): string {
  const lines = services.flatMap(({ endpoint, mechanisms }) => [
    `${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}`,
    ...mechanisms.map((trial) => `      ${trialLine(trial, t, style)}`),
  ])
  const end = endedBy === null ? [] : [t('mechanisms.ended', { code: endedBy })]
  return [style.strong(t('mechanisms.title')), ...lines, ...end].join('\n')
}

function trialLine(trial: MechanismTrial, t: Translate, style: Style): string {
  const { name, verdict, code } = trial
  const words = mechanismWords(trial, t)
  const shown = verdict === 'works' ? style.good(words) : verdict === 'failed' ? style.bad(words) : words
  return `${inertLine(name).padEnd(WIDTH)} ${shown}${verdict === 'failed' && code !== null ? ` [${code}]` : ''}`
}

/** The same as JSON, beside the endpoints of `check`. */
export function mechanismsJson({ services, endedBy }: MechanismReport) {
  return {
    services: services.map(({ endpoint, mechanisms }) => ({ ...endpoint, mechanisms })),
    endedBy,
  }
}

import type { ArrivalFinding } from '#shared/arrival/report.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

export interface ArrivalWords {
  readonly subject: string
  readonly title: string
  readonly explanation: string
  /** Who can change it; `null` where nothing is to be changed. */
  readonly turn: string | null
  readonly steps: readonly string[]
  readonly proof: string
}

/** What one subject of "will it arrive" means, in words. */
export function arrivalWords(finding: ArrivalFinding, t: Translate): ArrivalWords {
  const { subject, code, facts, steps, proof } = finding
  const words =
    code === 'OK'
      ? {
          title: t(`arrival.good.${subject}.title`, facts),
          explanation: t(`arrival.good.${subject}.text`, facts),
        }
      : codeWords(code, t, facts)
  return {
    subject: t(`arrival.subject.${subject}`),
    ...words,
    turn: turnWords(finding, t),
    steps: steps.filter((step) => step !== 'nothing').map((step) => t(`arrival.step.${step}`)),
    proof: t(`arrival.proof.${proof}`),
  }
}

/** `null` where nothing has to be changed. */
function turnWords({ turn, severity }: ArrivalFinding, t: Translate): string | null {
  switch (turn) {
    case 'you':
      return severity === 'info' ? null : t('arrival.turn.you')
    case 'provider':
    case 'network':
      return t(`arrival.turn.${turn}`)
    default:
      return null
  }
}

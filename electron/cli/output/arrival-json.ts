import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The JSON of `arrive`, and a part of that of `check --send-test`: a stable interface. */
export function arrivalJson({ domain, verdict, findings }: ArrivalReport, t: Translate) {
  return {
    domain,
    verdict,
    findings: findings.map((finding) => {
      const { subject, code, severity, proof, turn, steps, records } = finding
      const { title, explanation } = arrivalWords(finding, t)
      const actions = steps.map((kind) => ({ kind }))
      return { subject, code, severity, proof, turn, title, explanation, actions, records }
    }),
  }
}

/** What a message that arrived proves: the results of the host that received it. Those of others are only named. */
export function messageJson({ receiver, verdicts, setAside }: MessageFacts) {
  return { receiver, results: verdicts, setAside }
}

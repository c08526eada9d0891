import * as v from 'valibot'
import {
  SUBJECTS,
  type ArrivalFinding,
  type ArrivalReport,
  type ArrivalStep,
} from '#shared/arrival/report.ts'
import { codeGuard, factsGuard, turnGuard } from '#shared/report/reading/finding-guards.ts'
import { listOf, longText, name, oneOf, type GuardOf } from '#shared/report/reading/values.ts'

const step = oneOf<ArrivalStep>({
  'publish-record': true,
  'switch-on-signing': true,
  'ask-provider': true,
  'ask-recipient-of-reports': true,
  'mend-policy-file': true,
  'send-test': true,
  'tighten-later': true,
  'look-again': true,
  'provider-does': true,
  nothing: true,
})

const arrivalFinding: GuardOf<ArrivalFinding> = v.strictObject({
  subject: v.picklist(SUBJECTS),
  code: codeGuard,
  severity: v.picklist(['ok', 'info', 'warning', 'error']),
  proof: v.picklist(['message', 'published', 'indication']),
  turn: turnGuard,
  facts: factsGuard,
  steps: v.pipe(
    v.tupleWithRest([step], step),
    v.check((steps) => steps.length <= 16),
  ),
  records: listOf(
    v.strictObject({
      change: v.picklist(['add', 'replace', 'remove']),
      name,
      type: v.picklist(['TXT', 'MX', 'CNAME']),
      value: longText,
    }),
    40,
  ),
})

/** Whether mail of the domain is believed, as it stands in a report. */
export const arrivalGuard: GuardOf<ArrivalReport> = v.strictObject({
  domain: name,
  verdict: v.picklist(['ok', 'open', 'problem']),
  findings: listOf(arrivalFinding, SUBJECTS.length),
})

import * as v from 'valibot'
import type { Translate } from '#shared/i18n/translator.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { jsonIn } from '#shared/report/report-json.ts'
import { reportMarkdown } from '#shared/report/report-markdown.ts'
import { REPORT_KIND, REPORT_SCHEMA, type Report } from '#shared/report/report.ts'
import { reportGuard } from '#shared/report/reading/report-guard.ts'

/** Octets, or characters: three services with all that was said on their lines need less than a tenth of it. */
export const MAX_REPORT = 4 * 1_024 * 1_024

/** Deeper than any report: the guard goes down as far as its own shapes, and a parser as far as it is led. */
const MAX_DEPTH = 24

/**
 * Why a file is not opened as a report. `newer`: by a Mailwright that says more than this one understands. `damaged`:
 * it says that it is a report, and is not as Mailwright writes one.
 */
export type ReportProblem = 'too-big' | 'not-a-report' | 'newer' | 'damaged'

/**
 * Opens a report: the page or the JSON that Mailwright has written, and nothing else.
 *
 * SECURITY: anybody may have written it. It is bounded before it is parsed, taken only if every member is as it should be,
 * and what would turn or hide text is made visible. Nothing in it is run, and no address in it is followed.
 */
export function readReport(file: string, t: Translate): Outcome<Report, ReportProblem> {
  if (file.length > MAX_REPORT) return fail('too-big')
  const text = file.replace(/^\ufeff/, '').trimStart()
  const json = text.startsWith('{') ? text : jsonIn(text)
  if (json === null) return fail('not-a-report')
  if (isDeeperThan(MAX_DEPTH, json)) return fail('damaged')
  const value = parsed(json)
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== REPORT_KIND)
    return fail('not-a-report')
  if ('schema' in value && Number.isSafeInteger(value.schema) && Number(value.schema) > REPORT_SCHEMA)
    return fail('newer')
  const read = v.safeParse(reportGuard, value, { abortEarly: true })
  return read.success && canBeTold(read.output, t) ? ok(read.output) : fail('damaged')
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Linear, and without a parser that follows where it is led. */
function isDeeperThan(most: number, json: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at)
    if (isText) {
      if (character === '\\') at += 1
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > most) return true
  }
  return false
}

/**
 * Which facts fill the sentence of a code is known to the texts alone, and a sentence that lacks one cannot be said: a
 * report is taken if all of its sentences can.
 */
function canBeTold(report: Report, t: Translate): boolean {
  try {
    reportMarkdown(report, t)
    return true
  } catch {
    return false
  }
}

import { dayText } from '#shared/preflight/summary-tables.ts'
import type { WayIn } from '#shared/preflight/breaks.ts'
import type { PreflightLine } from '#shared/preflight/preflight-line.ts'
import { nextDay } from '#shared/preflight/summary.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A line in the words of a person, part by part: what the text and the page both show. */
export interface LineWords {
  readonly name: string
  readonly mail: string
  readonly signIn: readonly string[]
  readonly breaks: readonly string[]
  readonly remarks: readonly string[]
}

export function lineWords(line: PreflightLine, t: Translate): LineWords {
  const { domain, error, addresses, breaks, contradictions, notes } = line
  if (domain === null || error !== null) {
    const name = t('preflight.line', { line: line.line })
    const remark = error === null ? [] : [`${error.title} [${error.code}]`]
    return { name, mail: '', signIn: [], breaks: [], remarks: remark }
  }
  return {
    name: t('preflight.name', { domain, addresses }),
    mail: mailWords(line, t),
    signIn: line.signIn.map((way) => wayWords(way, t)),
    breaks: breaks.map((one) => {
      const { text, addresses: concerned } = one
      const whom = concerned === null ? '' : ` ${t('preflight.concerns', { addresses: concerned })}`
      return `${dayText(nextDay(one), t)}: ${text}${whom}`
    }),
    remarks: [...contradictions.map(({ text }) => text), ...notes.map(({ text }) => text)],
  }
}

function mailWords({ mail, mx, relay, provider }: PreflightLine, t: Translate): string {
  const handler = mail === null ? '' : t(`preflight.mail.${mail}`)
  const who = relay ?? mx[0] ?? ''
  const name = provider === null ? '' : t(`preflight.provider.${provider.certainty}`, { name: provider.name })
  return [`${handler}${who === '' ? '' : ` (${who})`}`, name].filter((part) => part !== '').join('; ')
}

function wayWords({ kind, services, until }: WayIn, t: Translate): string {
  const words = t(`preflight.way.${kind}`, { services })
  return until === null ? words : t('preflight.until', { way: words, day: dayText(until, t) })
}

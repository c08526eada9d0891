import { MECHANISMS } from '#shared/domain/mechanism.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { mechanismsText } from '#cli/output/mechanisms-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { present } from '#cli/present.ts'
import { confirm } from '#cli/prompt.ts'
import { print, say } from '#cli/terminal.ts'

/** `--auth`: one mechanism for the check, or every announced one after it; `best` without the option. */
export type AuthPlan =
  | { readonly kind: 'best' | 'all' }
  | { readonly kind: 'only'; readonly name: (typeof MECHANISMS)[number] }

/** @throws UsageError for a name that is none, and where a script has not agreed to many sign-ins */
export function readAuth({ values, terminal }: Invocation): AuthPlan {
  const given = values['auth']
  if (typeof given !== 'string') return { kind: 'best' }
  if (values['no-login'] === true) throw new UsageError('cli.auth.needs-sign-in')
  if (given.toLowerCase() === 'all') {
    if (terminal.input.isTTY !== true && values['insist'] !== true) throw new UsageError('cli.auth.insist')
    return { kind: 'all' }
  }
  const name = MECHANISMS.find((known) => known === given.toUpperCase())
  if (name === undefined) throw new UsageError('cli.auth.unknown', { known: MECHANISMS.join(', ') })
  return { kind: 'only', name }
}

/**
 * After a check: whether each announced mechanism works, once the user has agreed to that many sign-ins. `null` where
 * that was not wanted, or there is none to try.
 */
export async function proveEach(
  useCases: UseCases,
  setupId: string,
  { kind }: AuthPlan,
  invocation: Invocation,
): Promise<MechanismReport | null> {
  if (kind !== 'all') return null
  const { terminal, translator, colors, json, values } = invocation
  const { t } = translator
  let report: MechanismReport | null = null
  for await (const snapshot of useCases.mechanisms(setupId, terminal.signal)) {
    const told: MechanismReport = present(snapshot)
    if (report === null && !(await isAgreed(told))) return told
    report = told
  }
  if (report !== null && !json) print(terminal, mechanismsText(report, t, createStyle(colors)))
  return report

  /** The first snapshot is the plan, and nothing has been sent then. */
  async function isAgreed({ services }: MechanismReport): Promise<boolean> {
    const waiting = services.flatMap(({ endpoint, mechanisms }) =>
      mechanisms.flatMap(({ name, verdict }) =>
        verdict === 'waiting' ? [`${endpoint.protocol} ${name}`] : [],
      ),
    )
    if (waiting.length === 0 || values['insist'] === true) return true
    say(terminal, t('cli.auth.plan', { count: waiting.length, list: waiting.join(', ') }))
    return confirm(terminal, t('cli.auth.go-on'))
  }
}

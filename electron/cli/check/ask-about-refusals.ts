import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { present } from '#cli/present.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/** Servers count wrong passwords, and no tokens. */
function takesPassword(
  { services, saved }: Pick<CheckSubject, 'services' | 'saved'>,
  { way }: Pick<CheckOptions, 'way'>,
): boolean {
  if (way === 'sign-in' || way === 'token-stdin' || way === 'no-login') return false
  return (saved?.account.oauth ?? null) === null && services.some(({ signIn }) => signIn === 'password')
}

/**
 * Says how many passwords have been refused lately, and asks before one too many. A user who knows that this is another
 * password can go on: none is kept out of their own account. A saved one would be the same again. What may be tried
 * has its place among the tries from then on.
 */
export async function mayTryPassword(
  useCases: UseCases,
  subject: Pick<CheckSubject, 'setupId' | 'services' | 'saved'>,
  options: Pick<CheckOptions, 'way'>,
  { terminal, translator: { t, language }, values }: Invocation,
): Promise<boolean> {
  if (!takesPassword(subject, options)) return true
  const { setupId } = subject
  if (values['insist'] === true) {
    await useCases.reserveTry(setupId, 'in-any-case')
    return true
  }
  if (subject.saved?.secret === 'refused') {
    const { title, explanation } = codeWords('AUTH_PAUSED', t)
    say(terminal, `${title}\n${explanation} [AUTH_PAUSED]`)
    return false
  }
  const { refused, left, since, state } = present(await useCases.reserveTry(setupId, 'if-left'))
  if (since !== null) {
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(since))
    say(terminal, t('cli.refusals', { refused, left, since: time }))
  }
  if (state === 'taken') return true
  if (terminal.input.isTTY !== true) throw new UsageError('cli.paused', {}, 'AUTH_PAUSED')
  const goesOn = await confirm(terminal, t('cli.refusals-go-on'))
  if (goesOn) await useCases.reserveTry(setupId, 'in-any-case')
  return goesOn
}

/** Says after a check that the next run will know nothing of its refused passwords, where that is so. */
export function sayIfUnsaved(
  { unsaved }: RefusalRecord,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): void {
  if (unsaved !== null) say(terminal, `! ${t('refusals-unsaved', { ...codeWords(unsaved, t) })} [${unsaved}]`)
}

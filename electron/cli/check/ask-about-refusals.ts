import type { Refusal, RefusalStanding } from '#shared/accounts/refusals.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { doorOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog, Reservation } from '#engine/accounts/refusal-file.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { CheckSubject } from '#cli/check/plan-subject.ts'
import type { SignInPlan } from '#cli/check/sign-in.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/** Where the password of a check will come from; `null` where it takes none. */
export function passwordOf(
  { services, saved }: CheckSubject,
  signIn: SignInPlan | null,
  values: Invocation['values'],
): Refusal['password'] | null {
  const isToken = signIn !== null || values['token-stdin'] === true || (saved?.oauth ?? null) !== null
  if (isToken || values['no-login'] === true || services.every((service) => service.signIn === 'none'))
    return null
  return saved === null ? 'typed' : 'saved'
}

/**
 * Says how many passwords have been refused lately, and asks before one too many. A user who knows that this is another
 * password can go on: none is kept out of their own account. A saved one would be the same again.
 * @returns the place among the tries, to be given back; `null` where the password is not to be tried
 */
export async function placeForPassword(
  services: readonly ConfirmedService[],
  password: Refusal['password'],
  log: RefusalLog,
  { terminal, translator: { t, language }, values }: Invocation,
): Promise<Reservation | null> {
  const doors = services.map(doorOf)
  if (values['insist'] === true) return log.reserve(doors, 'in-any-case')
  if (password === 'saved' && (await log.isSavedRefused(doors))) {
    const { title, explanation } = codeWords('AUTH_PAUSED', t)
    say(terminal, `${title}\n${explanation} [AUTH_PAUSED]`)
    return null
  }
  const place = await log.reserve(doors, 'if-left')
  const { refused, left, since } = place.standing
  if (since !== null) {
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(since))
    say(terminal, t('cli.refusals', { refused, left, since: time }))
  }
  if (place.state === 'taken') return place
  if (terminal.input.isTTY !== true)
    throw new UsageError(
      'too many passwords were refused or are being tried: give --insist if this is another one [AUTH_PAUSED]',
    )
  const goesOn = await confirm(terminal, t('cli.refusals-go-on'), ['y', 'yes', 'j', 'ja'])
  return goesOn ? log.reserve(doors, 'in-any-case') : null
}

/** Says after a check that the next run will know nothing of its refused passwords, where that is so. */
export function sayIfUnsaved(
  { unsaved }: RefusalStanding,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): void {
  if (unsaved !== null) say(terminal, `! ${t('refusals-unsaved', { ...codeWords(unsaved, t) })} [${unsaved}]`)
}

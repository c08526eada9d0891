import { Button } from '#renderer/components/button.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { hostsToSignIn, outcomeOf, wantsPassword } from '#renderer/wizard/machine/inspecting.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { FixActions } from '#renderer/wizard/steps/inspect/fix-actions.tsx'
import { PASSWORD_FORM } from '#renderer/wizard/steps/inspect/password-section.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** The way on: to the test, from it, and to a new setup of the same account. */
export function InspectActions({ state }: { readonly state: InspectStep }) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { inspecting } = state
  const anew = (
    <Button variant="quiet" onClick={() => void wizard.setUpAnew()}>
      {t('inspected.anew')}
    </Button>
  )
  if (inspecting.state === 'looking-up') return null
  if (inspecting.state === 'testing')
    return <Button onClick={() => wizard.live.stop()}>{t('test.stop')}</Button>
  const { offer, view } = state.fixing
  if (offer !== null && view === 'lines') return <FixActions state={state} offer={offer} />
  const { review } = inspecting
  if (inspecting.state === 'judged' || review.tests.length === 0)
    return (
      <>
        {anew}
        <Button variant="main" onClick={() => void wizard.inspection.again()}>
          {t('inspected.again')}
        </Button>
      </>
    )
  if (!wantsPassword(review))
    return (
      <Button variant="main" onClick={() => void wizard.inspection.test(null)}>
        {t('inspected.test')}
      </Button>
    )
  return (
    <>
      <Reread state={state} />
      <Button onClick={() => void wizard.inspection.test('none')}>{t('sign-in.without')}</Button>
      <Button variant="main" type="submit" form={PASSWORD_FORM}>
        {t('sign-in.test-at', { hosts: listOf(hostsToSignIn(review), language) })}
      </Button>
    </>
  )
}

/** Where something is known to be wrong before a test, the user may change it in the program at once; or leave it. */
function Reread({ state: { inspecting, subject, fixing } }: { readonly state: InspectStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const isTrial = fixing.trial !== 'none'
  if (subject.profileId === null || (outcomeOf(inspecting) !== 'wrong' && !isTrial)) return null
  return (
    <Button variant="quiet" onClick={() => void wizard.inspection.again()}>
      {t(isTrial ? 'inspected.fix.leave' : 'inspected.reread')}
    </Button>
  )
}

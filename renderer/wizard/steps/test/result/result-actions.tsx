import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import {
  provedPassword,
  provedSome,
  stoppedProtocols,
  summaryOf,
} from '#renderer/wizard/steps/test/result/summary.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** The ways on from a result: save what was proved, or go back and mend it. */
export function ResultActions({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const summary = summaryOf(state.lanes)
  if (summary === 'reachable') {
    return (
      <Button variant="main" onClick={() => wizard.dispatch({ type: 'back' })}>
        {t('result.sign-in')}
      </Button>
    )
  }
  if (summary === 'stopped') {
    return (
      <Button variant="main" onClick={() => void wizard.live.run(null, stoppedProtocols(state.lanes))}>
        {t('action.retry')}
      </Button>
    )
  }
  // As it was saved there is nothing to save; what does not work is mended from its finding.
  if (state.saved?.record === 'as-saved') {
    return (
      <>
        <Button variant="quiet" onClick={() => void wizard.live.run(null, null)}>
          {t('action.retry')}
        </Button>
        <Button variant={summary === 'works' ? 'main' : 'plain'} onClick={() => wizard.restart()}>
          {t('result.to-accounts')}
        </Button>
      </>
    )
  }
  if (!provedSome(state.lanes))
    return <Button onClick={() => wizard.dispatch({ type: 'back' })}>{t('back')}</Button>
  return <SaveActions state={state} />
}

/** Saves what was proved, with the password or without. */
function SaveActions({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { wizard, app } = useTools()
  const summary = summaryOf(state.lanes)
  const { token = 'none' } = state
  // A token without a way to the next one is not worth keeping.
  const store = token === 'passing' ? null : app.capabilities.secretStore
  const without = token === 'none' ? 'result.save-without' : 'result.save-without-token'
  const busy = state.saving.state === 'busy'
  const variant = summary === 'works' ? 'main' : 'plain'
  const whole = token === 'lasting' ? 'result.save-token' : 'result.save'
  const key = summary === 'works' ? whole : 'result.save-what-works'
  if (!provedPassword(state.lanes)) {
    return (
      <Button variant={variant} disabled={busy} onClick={() => void wizard.accounts.save('leave')}>
        {t(busy ? 'result.saving' : 'result.save-no-password')}
      </Button>
    )
  }
  return store === null ? (
    <Button variant={variant} disabled={busy} onClick={() => void wizard.accounts.save('leave')}>
      {t(without)}
    </Button>
  ) : (
    <>
      {(summary === 'works' || refusedToKeep(state)) && (
        <Button variant="quiet" disabled={busy} onClick={() => void wizard.accounts.save('leave')}>
          {t(without)}
        </Button>
      )}
      <Button variant={variant} disabled={busy} onClick={() => void wizard.accounts.save('keep')}>
        {busy ? t('result.saving') : t(key, { store: t(`store.${store}`) })}
      </Button>
    </>
  )
}

/** A keychain keeps no user from finishing. */
function refusedToKeep({ saving }: ResultStep): boolean {
  return saving.state === 'failed' && saving.problem.startsWith('KEY_')
}

import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import {
  provedPassword,
  provedSome,
  stoppedProtocols,
  outcomeOf,
  summaryOf,
} from '#renderer/wizard/steps/test/result/summary.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './result-actions.module.css'

/** The ways on from a result beside the question of the page: save what was proved, or go back and mend it. */
export function ResultActions({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const summary = outcomeOf(state)
  if (summary === 'reachable') {
    return (
      <Button variant="main" onClick={() => wizard.dispatch({ type: 'back' })}>
        {t('result.sign-in')}
      </Button>
    )
  }
  if (summary === 'left' && !provedSome(state.lanes)) {
    return (
      <Button variant="main" onClick={() => wizard.restart()}>
        {t('done.another')}
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
        <Button onClick={() => wizard.restart()}>{t('result.to-accounts')}</Button>
      </>
    )
  }
  return provedSome(state.lanes) && <SaveActions state={state} />
}

/** Saves what was proved; whether the password is kept is a box that the user sees before pressing. */
function SaveActions({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { wizard, app } = useTools()
  const [keeping, setKeeping] = useState<'keep' | 'leave'>('keep')
  const { token = 'none' } = state
  const works = summaryOf(state.lanes) === 'works'
  const isSecret = provedPassword(state.lanes)
  // A token without a way to the next one is not worth keeping.
  const store = !isSecret || token === 'passing' ? null : app.capabilities.secretStore
  const busy = state.saving.state === 'busy'
  const without = token === 'none' ? 'result.save-without' : 'result.save-without-token'
  const whole = isSecret && store === null ? without : 'result.save'
  const words = works ? whole : 'result.save-what-works'
  return (
    <>
      {store !== null && (
        <label className={styles.keep}>
          <input
            type="checkbox"
            checked={keeping === 'keep'}
            disabled={busy}
            onChange={({ target }) => setKeeping(target.checked ? 'keep' : 'leave')}
          />
          {t(token === 'lasting' ? 'result.keep-token' : 'result.keep', { store: t(`store.${store}`) })}
        </label>
      )}
      <Button disabled={busy} onClick={() => void wizard.accounts.save(store === null ? 'leave' : keeping)}>
        {t(busy ? 'result.saving' : words)}
      </Button>
    </>
  )
}

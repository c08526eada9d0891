import { useState, type ReactNode } from 'react'
import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import type { Advice } from '#shared/replies/counsel.ts'
import { messageTitle } from '#shared/i18n/action-words.ts'
import { adviceWords, causeButtonWords, isForOwnAdmin } from '#shared/i18n/explanation-words.ts'
import { assertNever } from '#shared/outcome.ts'
import { pastedProviderMessage, recipientMessage } from '#shared/report/pasted-messages.ts'
import { Button, type ButtonProps } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { buttonActionOf } from '#renderer/wizard/steps/explain/button-action.ts'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import { HowToDialog } from '#renderer/wizard/steps/explain/how-to-dialog.tsx'
import { clock, useCountdown } from '#renderer/wizard/views/use-countdown.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './answer.module.css'

interface CauseButtonProps {
  readonly advice: Advice
  readonly cause: ExplainedCause
  readonly explanation: Explanation
  readonly variant: ButtonProps['variant']
}

/** The next step as a button that does what can be done from here. */
export function CauseButton({ advice, cause, explanation, variant = 'quiet' }: CauseButtonProps) {
  const { t } = useWords()
  const { wizard, engine } = useTools()
  const action = buttonActionOf(advice, cause.code)
  const label = causeButtonWords(advice, cause, t)
  switch (action.kind) {
    case 'copy':
      return (
        <Opening label={label} variant={variant}>
          {(close) => (
            <MessageDialog
              title={
                action.to === 'provider'
                  ? messageTitle(isForOwnAdmin(cause) ? 'admin' : 'provider', t)
                  : t('recipient-message.title')
              }
              lead={t(action.to === 'provider' ? 'pasted-message.lead' : 'recipient-message.lead')}
              letter={(action.to === 'provider' ? pastedProviderMessage : recipientMessage)(
                explanation,
                cause,
                t,
              )}
              onClose={close}
            />
          )}
        </Opening>
      )
    case 'read':
      return (
        <Opening label={label} variant={variant}>
          {(close) => (
            <HowToDialog title={label} how={action.how} addresses={cause.recipients} onClose={close} />
          )}
        </Opening>
      )
    case 'open':
      return (
        <Button variant={variant} onClick={() => void engine.app.open({ url: action.url })}>
          {label}
        </Button>
      )
    case 'wait':
      return <WaitButton label={adviceWords(advice, t)} variant={variant} seconds={action.seconds} />
    case 'set-up':
      return (
        <Button
          variant={variant}
          onClick={() => wizard.dispatch({ type: 'set-up-wanted', wants: action.wants })}
        >
          {label}
        </Button>
      )
    default:
      return assertNever(action)
  }
}

interface OpeningProps {
  readonly label: string
  readonly variant: NonNullable<ButtonProps['variant']>
  readonly children: (close: () => void) => ReactNode
}

function Opening({ label, variant, children }: OpeningProps) {
  const [shown, setShown] = useState<'no' | 'yes'>('no')
  return (
    <>
      <Button variant={variant} onClick={() => setShown('yes')}>
        {label}
      </Button>
      {shown === 'yes' && children(() => setShown('no'))}
    </>
  )
}

interface WaitButtonProps {
  readonly label: string
  readonly variant: NonNullable<ButtonProps['variant']>
  readonly seconds: number
}

/** Begins to count when it is pressed: the text may have been lying about for hours. */
function WaitButton({ label, variant, seconds }: WaitButtonProps) {
  const [started, setStarted] = useState<'no' | 'yes'>('no')
  return started === 'yes' ? (
    <Countdown seconds={seconds} />
  ) : (
    <Button variant={variant} onClick={() => setStarted('yes')}>
      {label}
    </Button>
  )
}

/** Announced when it begins and when it is over, and not every second. */
function Countdown({ seconds }: { readonly seconds: number }) {
  const { t } = useWords()
  const left = useCountdown(seconds)
  return (
    <p className={styles.waiting}>
      <span aria-hidden={left > 0}>
        {left > 0 ? t('explain.waiting', { time: clock(left) }) : t('explain.waited')}
      </span>
      <span className="unseen" role="status">
        {left > 0 ? t('explain.waiting', { time: clock(seconds) }) : t('explain.waited')}
      </span>
    </p>
  )
}

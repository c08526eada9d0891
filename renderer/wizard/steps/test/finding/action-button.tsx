import { useState } from 'react'
import type { Action } from '#shared/finding/action.ts'
import type { Cause } from '#shared/report/causes.ts'
import { actionWords } from '#shared/i18n/action-words.ts'
import { addresseeOf } from '#shared/report/message-about.ts'
import { assertNever } from '#shared/outcome.ts'
import { Button, type ButtonProps } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import {
  ActionDialog,
  hasDialog,
  type DialogAction,
} from '#renderer/wizard/steps/test/finding/action-dialog.tsx'
import { clock, useCountdown } from '#renderer/wizard/views/use-countdown.ts'
import { useTools, type WizardTools } from '#renderer/wizard/views/wizard-context.tsx'

interface ActionButtonProps {
  readonly action: Action
  readonly cause: Cause
  readonly address: string
  readonly variant: ButtonProps['variant']
}

/** The next step as a button that does it. */
export function ActionButton({ action, cause, address, variant = 'quiet' }: ActionButtonProps) {
  const { finding, result } = cause
  const { t, language } = useWords()
  const tools = useTools()
  const [isOpen, setOpen] = useState(false)
  const left = useCountdown(action.kind === 'wait' ? action.seconds : 0)
  const to = addresseeOf(finding, address)
  const run = () => {
    if (hasDialog(action)) setOpen(true)
    else carryOut(action, cause, tools, language)
  }
  return (
    <>
      <Button variant={variant} disabled={left > 0} onClick={run}>
        {left > 0
          ? t('action.countdown', { time: clock(left) })
          : actionWords(action, t, { ...finding, turn: to })}
      </Button>
      {isOpen && hasDialog(action) && (
        <ActionDialog
          action={action}
          finding={finding}
          result={result}
          address={address}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function carryOut(
  action: Exclude<Action, DialogAction>,
  { finding, results }: Cause,
  { wizard, engine }: WizardTools,
  language: string,
): void {
  const { protocol } = finding.endpoint
  switch (action.kind) {
    case 'use-endpoint':
    case 'use-server':
      void wizard.servers.useEndpoint(action.endpoint)
      break
    case 'use-user-name':
      void wizard.servers.useUserName(finding.endpoint.protocol, action.userName)
      break
    case 'retry':
    case 'wait':
    case 'free-space':
      // What mends it for one service mends it for all that have it.
      void wizard.live.run(
        null,
        results.map(({ endpoint }) => endpoint.protocol),
      )
      break
    case 'network-sign-in':
    case 'start-program':
    case 'check-clock':
      void wizard.live.runAfter(action.kind)
      break
    case 'edit-address':
      wizard.dispatch({ type: 'address-wanted' })
      break
    case 'edit-servers':
      wizard.dispatch({ type: 'servers-wanted', protocol })
      break
    case 'add-sign-in':
      wizard.dispatch({ type: 'sign-in-added', protocol })
      break
    case 'oauth-sign-in':
    case 'device-sign-in':
      void wizard.authorizer.again(action.kind === 'oauth-sign-in' ? 'browser' : 'device', language, finding)
      break
    case 'edit-password':
    case 'client-id':
      wizard.dispatch({ type: 'sign-in-wanted', wants: 'password', because: finding })
      break
    case 'app-password':
      if (action.url !== null) void engine.app.open({ url: action.url })
      wizard.dispatch({ type: 'sign-in-wanted', wants: 'app-password', because: finding })
      break
    case 'open-help':
      void engine.app.open({ url: action.url })
      break
    case 'finish-without-saving':
      void wizard.accounts.save('leave')
      break
    default:
      assertNever(action)
  }
}

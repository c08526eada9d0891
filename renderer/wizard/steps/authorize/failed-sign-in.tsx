import { useState } from 'react'
import { isPossible, type Action } from '#shared/finding/action.ts'
import { actionWords, messageTitle } from '#shared/i18n/action-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Letter } from '#shared/report/letter.ts'
import { oauthAdminMessage } from '#shared/report/oauth-admin-message.ts'
import type { OAuthCode, OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { ProxyDialog } from '#renderer/wizard/views/proxy-dialog.tsx'
import { ApprovalHelp } from '#renderer/wizard/steps/authorize/approval-help.tsx'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import { useTools, type WizardTools } from '#renderer/wizard/views/wizard-context.tsx'

interface FailedSignInProps {
  readonly state: AuthorizeStep
  readonly finding: OAuthFinding
}

/** What is left of a page that wanted an administrator: the user went back, or closed it. */
const UNEXPLAINED: ReadonlySet<OAuthCode> = new Set<OAuthCode>(['OAUTH_CANCELLED', 'OAUTH_TIMEOUT'])

/** Why there is no token, and the next step as the one strong button. */
export function FailedSignIn({ state, finding }: FailedSignInProps) {
  const { t, language } = useWords()
  const tools = useTools()
  const [message, setMessage] = useState<Letter | null>(null)
  const [proxying, setProxying] = useState(false)
  const { title, explanation } = codeWords(finding.code, t, finding.facts)
  const said = finding.serverSaid
  const possible = finding.actions.filter((action) => isPossible(action, tools.app.capabilities.signIn))
  const run = (action: Action) => {
    if (action.kind === 'ask-admin') setMessage(oauthAdminMessage(finding, state.address.unicode, t))
    else if (action.kind === 'set-proxy') setProxying(true)
    else carryOut(action, state, tools, language)
  }
  return (
    <Page
      title={title}
      lead={explanation}
      aside={
        <Button variant="quiet" onClick={() => tools.wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
      actions={possible
        .map((action, index) => (
          <Button key={action.kind} variant={index === 0 ? 'main' : 'plain'} onClick={() => run(action)}>
            {actionWords(action, t, finding)}
          </Button>
        ))
        .toReversed()}
    >
      {said !== null && said !== '' && (
        <Note tone="info">
          {t('server-said')}: <q>{said}</q>
        </Note>
      )}
      <p>
        <Icon name="lock" /> {t('oauth.nothing-sent')}
      </p>
      {state.approval !== undefined && UNEXPLAINED.has(finding.code) && (
        <ApprovalHelp approval={state.approval} address={state.address.unicode} />
      )}
      {proxying && (
        <ProxyDialog
          onReady={() => void tools.wizard.authorizer.start(state.way, language)}
          onClose={() => setProxying(false)}
        />
      )}
      {message !== null && (
        <MessageDialog
          title={messageTitle(finding.turn, t)}
          letter={message}
          onClose={() => setMessage(null)}
        />
      )}
    </Page>
  )
}

function carryOut(
  action: Action,
  { way }: AuthorizeStep,
  { wizard, engine }: WizardTools,
  language: string,
): void {
  switch (action.kind) {
    case 'device-sign-in':
      void wizard.authorizer.start('device', language)
      break
    case 'oauth-sign-in':
      void wizard.authorizer.start('browser', language)
      break
    case 'use-user-name':
      void wizard.authorizer.as(action.userName, language)
      break
    case 'edit-address':
      wizard.dispatch({ type: 'address-wanted' })
      break
    case 'app-password':
      if (action.url !== null) void engine.app.open({ url: action.url })
      wizard.dispatch({ type: 'sign-in-wanted', wants: 'app-password', because: null })
      break
    case 'edit-password':
    case 'client-id':
      wizard.dispatch({ type: 'back' })
      break
    default:
      // A clock that was set, another network: the same way again.
      void wizard.authorizer.start(way, language)
  }
}

import type { Action } from '#shared/diagnosis/action.ts'
import type { Finding } from '#shared/diagnosis/finding.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/**
 * The label of the button that does it.
 * @param after what it is offered for: the same door sealed in another way is no other door, and not every admin is
 * the provider
 */
export function actionWords(
  action: Action,
  t: Translate,
  after?: Pick<Finding, 'endpoint' | 'turn'>,
): string {
  switch (action.kind) {
    case 'use-endpoint': {
      const { port, security } = action.endpoint
      return t(port === after?.endpoint.port ? 'action.use-same-door' : 'action.use-endpoint', {
        port: String(port),
        security,
      })
    }
    case 'use-server':
      return t('action.use-server', { host: action.endpoint.host })
    case 'use-user-name':
      return t('action.use-user-name', { userName: action.userName })
    case 'ask-admin':
      return t(after?.turn === 'network' ? 'action.ask-network-admin' : 'action.ask-admin')
    case 'wait':
      return t('action.wait', { minutes: Math.ceil(action.seconds / 60) })
    default:
      return t(`action.${action.kind}`)
  }
}

import type { Action } from '#shared/diagnosis/action.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/**
 * The label of the button that does it.
 * @param tested the server it comes after: the same door sealed in another way is no other door
 */
export function actionWords(action: Action, t: Translate, tested?: ServerEndpoint): string {
  switch (action.kind) {
    case 'use-endpoint': {
      const { port, security } = action.endpoint
      return t(port === tested?.port ? 'action.use-same-door' : 'action.use-endpoint', {
        port: String(port),
        security,
      })
    }
    case 'use-server':
      return t('action.use-server', { host: action.endpoint.host })
    case 'use-user-name':
      return t('action.use-user-name', { userName: action.userName })
    case 'wait':
      return t('action.wait', { minutes: Math.ceil(action.seconds / 60) })
    default:
      return t(`action.${action.kind}`)
  }
}

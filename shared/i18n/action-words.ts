import type { Action } from '#shared/diagnosis/action.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The label of the button that does it. */
export function actionWords(action: Action, t: Translate): string {
  switch (action.kind) {
    case 'use-endpoint':
      return t('action.use-endpoint', {
        port: String(action.endpoint.port),
        security: action.endpoint.security,
      })
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

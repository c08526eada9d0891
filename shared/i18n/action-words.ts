import type { Action } from '#shared/finding/action.ts'
import type { Finding, Turn } from '#shared/finding/finding.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Who is written to, where that is not the provider. */
const ASKED: Readonly<Partial<Record<Turn, 'action.ask-network-admin' | 'action.ask-own-admin'>>> = {
  network: 'action.ask-network-admin',
  admin: 'action.ask-own-admin',
}

/**
 * The label of the button that does it.
 * @param after what it is offered for: other encryption at the same port is no other port, and not every admin is the
 * provider
 */
export function actionWords(
  action: Action,
  t: Translate,
  after?: Pick<Finding, 'turn'> & Partial<Pick<Finding, 'endpoint'>>,
): string {
  switch (action.kind) {
    case 'use-endpoint': {
      const { port, security } = action.endpoint
      return t(port === after?.endpoint?.port ? 'action.use-other-encryption' : 'action.use-endpoint', {
        port: String(port),
        security,
      })
    }
    case 'use-server':
      return t('action.use-server', { host: action.endpoint.host })
    case 'use-user-name':
      return t('action.use-user-name', { userName: action.userName })
    case 'ask-admin':
      return t(ASKED[after?.turn ?? 'provider'] ?? 'action.ask-admin')
    case 'wait':
      return t('action.wait', { minutes: Math.ceil(action.seconds / 60) })
    default:
      return t(`action.${action.kind}`)
  }
}

/** What stands above a message that is ready to be copied. */
export function messageTitle(turn: Turn, t: Translate): string {
  if (turn === 'network') return t('firewall.title')
  return t(turn === 'admin' ? 'message.title-admin' : 'message.title')
}

import type { Action } from '#shared/finding/action.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { certificateIn } from '#shared/domain/evidence.ts'
import { messageTitle } from '#shared/i18n/action-words.ts'
import { assertNever } from '#shared/outcome.ts'
import { addresseeOf, messageAbout } from '#shared/report/message-about.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import { ProxyDialog } from '#renderer/wizard/views/proxy-dialog.tsx'
import { OtherNetworkDialog } from '#renderer/wizard/steps/test/network/other-network-dialog.tsx'
import { TrustDialog } from '#renderer/wizard/steps/test/finding/trust-dialog.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

const KINDS = ['ask-admin', 'trust-certificate', 'other-network', 'set-proxy'] as const

/** Steps that need a few words, or something typed, before they are done. */
export type DialogAction = Extract<Action, { kind: (typeof KINDS)[number] }>

export function hasDialog(action: Action): action is DialogAction {
  return KINDS.some((kind) => kind === action.kind)
}

interface ActionDialogProps {
  readonly action: DialogAction
  readonly finding: Finding
  readonly result: EndpointResult
  readonly address: string
  readonly onClose: () => void
}

/** What has to be read, compared or typed first. */
export function ActionDialog({ action, finding, result, address, onClose }: ActionDialogProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  switch (action.kind) {
    case 'ask-admin':
      return (
        <MessageDialog
          title={messageTitle(addresseeOf(finding, address), t)}
          letter={messageAbout(result, finding, address, t)}
          onClose={onClose}
        />
      )
    case 'other-network':
      return <OtherNetworkDialog onReady={() => void wizard.live.runElsewhere()} onClose={onClose} />
    case 'set-proxy':
      return <ProxyDialog onReady={() => void wizard.live.runAfter('set-proxy')} onClose={onClose} />
    case 'trust-certificate': {
      const certificate = certificateIn(result.evidence)
      const { host, protocol } = finding.endpoint
      return certificate === null ? null : (
        <TrustDialog
          host={host}
          certificate={certificate}
          onTrust={(fingerprint) => void wizard.servers.trustCertificate(protocol, fingerprint)}
          onClose={onClose}
        />
      )
    }
    default:
      return assertNever(action)
  }
}

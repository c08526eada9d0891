import type { LossReason } from '#renderer/client/loopback-channel.ts'
import { Frame } from '#renderer/components/frame.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

/** Says why there is nothing to see any more, and what to do. */
export function Lost({ reason }: { readonly reason: LossReason | 'no-host' | 'link-used' }) {
  const { t } = useWords()
  return (
    <Frame steps={[]} current={null}>
      <Page title={t(`lost.${reason}.title`)} lead={t(`lost.${reason}.text`)}>
        {null}
      </Page>
    </Frame>
  )
}

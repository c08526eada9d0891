import type { PolicyDescription } from '#shared/contract/contract.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useFirstTools } from '#renderer/wizard/views/wizard-context.tsx'

/** Whom the people of an organisation turn to, in the organisation's own words. */
export function SupportLine({ policy }: { readonly policy: PolicyDescription }) {
  const { t } = useWords()
  const { engine } = useFirstTools()
  const { organisation, support } = policy
  if (support === null) return null
  const { text, url } = support
  return (
    <>
      <span>{t('policy.support', { organisation, text })}</span>
      {url !== null && (
        <Button variant="quiet" onClick={() => void engine.app.open({ url })}>
          {t('policy.support-page')}
        </Button>
      )}
    </>
  )
}

import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** Opens a page of a provider in the user's browser. */
export function OpenPageButton({ url }: { readonly url: string }) {
  const { t } = useWords()
  const { engine } = useTools()
  return (
    <Button variant="quiet" onClick={() => void engine.app.open({ url })}>
      {t('open-page')} <Icon name="outside" />
    </Button>
  )
}

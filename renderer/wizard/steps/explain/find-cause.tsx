import { useState } from 'react'
import type { Explanation } from '#shared/explain/explanation.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ExplainStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './answer.module.css'

/** Whether a test of the reader's own account can find what the text does not say. A bounce is about another mailbox. */
export function canBeFound({ causes, bounce }: Explanation): boolean {
  return causes[0].code === 'REPLY_UNKNOWN' && bounce === null
}

/** The way from a text without a reason to the reason: the address, and the test that finds it. */
export function FindCause({ state: { from, explanation } }: { readonly state: ExplainStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const known = from.step === 'address' ? from.text : from.address.unicode
  const [address, setAddress] = useState(explanation?.account ?? known)
  return (
    <form
      className={styles.find}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void wizard.testInstead(address)
      }}
    >
      <TextField
        label={t('explain.find.label')}
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        after={
          <Button variant="main" type="submit">
            {t('explain.find.test')}
          </Button>
        }
      />
    </form>
  )
}

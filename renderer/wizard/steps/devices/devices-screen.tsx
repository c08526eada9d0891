import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'
import { findCards } from '#shared/devices/find-cards.ts'
import { cardsByKind, deviceTitle } from '#shared/i18n/device-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Choices } from '#renderer/components/choices.tsx'
import { Page } from '#renderer/components/page.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { DevicesStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './devices.module.css'

/** What is to send: the devices and programs that are known, to be searched, and any other one. */
export function DevicesScreen({ state: { search } }: { readonly state: DevicesStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const isSearch = search.trim() !== ''
  const found = isSearch ? findCards(search) : DEVICE_CARDS
  const pick = (card: DeviceCard | null) => wizard.dispatch({ type: 'device-picked', card })
  return (
    <Page
      title={t('devices.title')}
      lead={t('devices.lead')}
      focus="field"
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const [best] = found
          if (isSearch && best !== undefined) pick(best)
        }}
      >
        <TextField
          label={t('devices.search')}
          scale="large"
          type="search"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={t('devices.search.placeholder')}
          value={search}
          onChange={({ target }) => wizard.dispatch({ type: 'device-searched', search: target.value })}
        />
      </form>
      <p role="status" className={styles.found}>
        {isSearch && t('devices.found', { count: found.length })}
      </p>
      <div className={styles.kinds}>
        {cardsByKind(found, t).map(({ title, cards }) => (
          <Choices
            key={title}
            legend={title}
            choices={cards.map((card) => ({
              key: card.id,
              name: deviceTitle(card, t),
              onPick: () => pick(card),
            }))}
          />
        ))}
        <Choices
          legend={t('devices.another.group')}
          choices={[{ key: 'another', name: t('devices.another'), onPick: () => pick(null) }]}
        />
      </div>
    </Page>
  )
}

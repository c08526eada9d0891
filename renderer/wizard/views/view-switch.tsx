import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useView } from '#renderer/wizard/views/view-context.tsx'
import styles from './view-switch.module.css'

/** Turns the technical view on and off, on every screen. On a narrow page its sign stands for its words. */
export function ViewSwitch() {
  const { t } = useWords()
  const { view, choose } = useView()
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={view === 'technician'}
      title={t('frame.technician')}
      onClick={() => choose(view === 'technician' ? 'plain' : 'technician')}
    >
      <Icon name="terminal" />
      <span className={styles.name}>{t('frame.technician')}</span>
    </button>
  )
}

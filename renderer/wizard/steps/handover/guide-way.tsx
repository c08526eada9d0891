import { useState } from 'react'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { Guide } from '#shared/guides/guide.ts'
import { guideWords } from '#shared/i18n/guide-words.ts'
import { CopyValue } from '#renderer/components/copy-value.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './handover.module.css'

interface GuideWayProps {
  readonly guide: Guide
  readonly setup: FinishedSetup
}

/** The steps in the words of the program, each to be ticked off, each value with a button that copies it. */
export function GuideWay({ guide, setup }: GuideWayProps) {
  const { t, language } = useWords()
  const [done, setDone] = useState<ReadonlySet<number>>(new Set())
  const { lead, lines } = guideWords(guide, setup, { t, language })
  const tick = (index: number) =>
    setDone(
      (before) => new Set(before.has(index) ? [...before].filter((at) => at !== index) : [...before, index]),
    )
  return (
    <section aria-labelledby="guide-title">
      <h2 id="guide-title">{t('handover.way.guide')}</h2>
      {lead.map((sentence) => (
        <p key={sentence} className={styles.soft}>
          {sentence}
        </p>
      ))}
      <ol className={styles.walk}>
        {lines.map(({ words, value }, index) => (
          // eslint-disable-next-line react/no-array-index-key -- two steps may read alike, and none moves
          <li key={index} className={styles.step}>
            <label className={styles.tick}>
              <input type="checkbox" checked={done.has(index)} onChange={() => tick(index)} />
              <span className={styles.words}>{words}</span>
            </label>
            {value !== null && (
              <CopyValue value={value} label={t('handover.copy', { value })} done={t('handover.copied')} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useRef, useState } from 'react'
import type { DnsRecord } from '#shared/arrival/report.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './arrival.module.css'

/** A DNS record as the form of a registrar asks for it; its value can be copied. */
export function RecordCard({ record }: { readonly record: DnsRecord }) {
  const { t } = useWords()
  const { change, name, type, value } = record
  const text = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'by-hand'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied('yes')
    } catch {
      if (text.current !== null) getSelection()?.selectAllChildren(text.current)
      setCopied('by-hand')
    }
  }
  return (
    <div className={styles.record}>
      <p>
        <b>{t(`arrival.record.${change}`)}</b>
      </p>
      <dl>
        <dt>{t('arrival.record.name')}</dt>
        <dd dir="ltr">
          <code>{name}</code>
        </dd>
        <dt>{t('arrival.record.type')}</dt>
        <dd dir="ltr">
          <code>{type}</code>
        </dd>
        <dt>{t('arrival.record.value')}</dt>
        <dd dir="ltr">
          <code ref={text}>{value}</code>
        </dd>
      </dl>
      {change !== 'remove' && (
        <div className={styles.copy}>
          <Button variant="quiet" onClick={() => void copy()}>
            <Icon name="copy" /> {t('arrival.record.copy', { name })}
          </Button>
          <span role="status">
            {copied === 'yes' && t('arrival.record.copied')}
            {copied === 'by-hand' && t('arrival.record.by-hand')}
          </span>
        </div>
      )}
    </div>
  )
}

import type { Discovery } from '#shared/discovery/discovery.ts'
import { contradictionWords } from '#shared/i18n/discovery-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'

/**
 * Whose servers these are, where they are of another domain: a user who agrees to them has seen both. It is
 * only a remark where Mailwright knows the provider, and a warning where it does not.
 */
export function OtherDomains({
  state: { services, address, discovery },
}: {
  readonly state: Pick<ServersStep, 'services' | 'address' | 'discovery'>
}) {
  const { t } = useWords()
  const owners = new Set(
    services.flatMap(({ chosen, use }) => (use === 'test' ? (chosen?.otherDomain ?? []) : [])),
  )
  const domain = address.domain.unicode
  return [...owners].map((owner) => (
    <Note key={owner} tone={discovery.provider === null ? 'warn' : 'info'}>
      <b>{t('other-domain.title', { owner, domain })}</b>
      <p>{t('other-domain.text', { owner, domain })}</p>
    </Note>
  ))
}

/** Sources that name other servers than those that were taken, and why they were not believed. */
export function Contradictions({ discovery }: { readonly discovery: Discovery }) {
  const { t } = useWords()
  return contradictionWords(discovery.contradictions, t).map(({ source, text }) => (
    <Note key={source} tone="warn">
      <b>{t('contradiction.title')}</b>
      <p>
        {text} {t('contradiction.choose')}
      </p>
    </Note>
  ))
}

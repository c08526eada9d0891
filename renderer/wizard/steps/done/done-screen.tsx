import type { Protocol } from '#shared/domain/protocol.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { DoneStep } from '#renderer/wizard/machine/state.ts'
import { ServiceSettings } from '#renderer/wizard/views/service-settings.tsx'
import { WhereTo } from '#renderer/wizard/views/where-to.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

export function DoneScreen({ state }: { readonly state: DoneStep }) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { address, services, secretStore, oauth } = state.account
  const { leftOut } = state
  const namesOf = (protocols: readonly Protocol[]) =>
    listOf(
      protocols.map((protocol) => t(`service.${protocol}`)),
      language,
    )
  const works = namesOf(services.map(({ endpoint }) => endpoint.protocol))
  const hasPassword = services.some(({ signIn }) => signIn === 'password')
  return (
    <Page
      title={leftOut.length === 0 ? t('done.title') : t('done.title.partial', { works })}
      lead={
        leftOut.length === 0
          ? t('done.lead', { address })
          : t('done.lead.partial', { address, works, left: namesOf(leftOut) })
      }
      actions={<Button onClick={() => wizard.restart()}>{t('done.another')}</Button>}
    >
      <Note tone={secretStore === null ? 'info' : 'good'}>
        {secretStore === null
          ? t(oauth !== null ? 'done.no-token' : hasPassword ? 'done.no-secret' : 'done.no-password')
          : t(oauth === null ? 'done.secret' : 'done.token', { store: t(`store.${secretStore}`) })}
      </Note>
      <WhereTo state={state} what="everything" />
      <ServiceSettings services={services} />
    </Page>
  )
}

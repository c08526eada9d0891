import type { ReactNode } from 'react'
import { settingValueWords } from '#shared/i18n/setting-words.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { SettingField } from '#shared/programs/setting-finding.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { findingsOf, hostsToSignIn } from '#renderer/wizard/machine/inspecting.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { EncryptedLine } from '#renderer/wizard/steps/test/lane/encrypted-line.tsx'
import { LaneDetails } from '#renderer/wizard/steps/test/lane/lane-details.tsx'
import { LaneVerdict } from '#renderer/wizard/views/lane-verdict.tsx'
import styles from './inspect.module.css'

/** The servers as the program has them, each field that is wrong marked; under a test their lines. */
export function SettingsAsSet({ state }: { readonly state: InspectStep }) {
  const { t } = useWords()
  const { subject, inspecting, fixing } = state
  const { program } = READERS[subject.client]
  const getsPassword = inspecting.state !== 'looking-up' && hostsToSignIn(inspecting.review).length > 0
  return (
    <section className={styles.settings} aria-labelledby="settings-title">
      <div>
        <h2 id="settings-title">
          {t(fixing.trial === 'none' ? 'inspected.settings' : 'inspected.settings.trial', { program })}
        </h2>
        <p className={styles.lead}>
          {inspecting.state !== 'looking-up' &&
            t(getsPassword ? 'inspected.settings.lead' : 'inspected.settings.lead.none')}
        </p>
      </div>
      {subject.account.services.map((service) => (
        <ServiceAsSet
          key={`${service.protocol} ${service.host} ${service.port}`}
          service={service}
          state={state}
        />
      ))}
    </section>
  )
}

interface ServiceAsSetProps {
  readonly service: ProgramService
  readonly state: InspectStep
}

function ServiceAsSet({ service, state: { subject, inspecting } }: ServiceAsSetProps) {
  const { t, language } = useWords()
  const { protocol, host, port, encryption, userName, method } = service
  const wrong = new Set(
    findingsOf(inspecting)
      .filter((finding) => finding.protocol === protocol && finding.severity === 'error')
      .map(({ field }) => field),
  )
  const inWords = (field: SettingField, value: string) =>
    settingValueWords(subject.client, field, value, { t, language })
  const value = (field: SettingField, label: string, content: ReactNode) => (
    <Value label={label} state={wrong.has(field) ? 'wrong' : 'fine'}>
      {content}
    </Value>
  )
  return (
    <section className={styles.row} aria-label={t(`service.${protocol}`)} data-protocol={protocol}>
      <h3 className={styles.name}>
        <Icon name={protocol === 'smtp' ? 'outbox' : 'inbox'} /> {t(`service.${protocol}`)}
      </h3>
      <dl className={styles.fields}>
        {value('server', t('servers.field.host'), <Breakable text={host} />)}
        {value('port', t('servers.field.port'), port)}
        {value('encryption', t('servers.field.security'), inWords('encryption', encryption))}
        {value('authentication', t('inspected.method'), inWords('authentication', method))}
        {userName !== null && value('user-name', t('servers.field.user-name'), <Breakable text={userName} />)}
      </dl>
      <Course service={service} inspecting={inspecting} />
    </section>
  )
}

interface ValueProps {
  readonly label: string
  readonly state: 'fine' | 'wrong'
  readonly children: ReactNode
}

function Value({ label, state, children }: ValueProps) {
  const { t } = useWords()
  return (
    <div className={styles.field} data-state={state}>
      <dt>{label}</dt>
      <dd>
        {state === 'wrong' && (
          <>
            <Icon name="exclamation" />
            <span className="unseen">{t('inspected.wrong')}: </span>
          </>
        )}
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

/** The way of this server, once it is tested. */
function Course({
  service: { protocol },
  inspecting,
}: Pick<ServiceAsSetProps, 'service'> & Pick<InspectStep, 'inspecting'>) {
  const { t } = useWords()
  if (inspecting.state !== 'testing' && inspecting.state !== 'judged') return null
  const planned = inspecting.review.tests
    .flatMap(({ services }) => services)
    .find(({ endpoint }) => endpoint.protocol === protocol)
  if (planned === undefined) return <p className={styles.verdict}>{t('lane.skipped')}</p>
  const lane =
    inspecting.lanes.find(({ endpoint }) => endpoint.protocol === protocol) ?? newLane(planned.endpoint)
  return (
    <>
      <div className={styles.verdict}>
        <LaneVerdict lane={lane} />
      </div>
      <div className={styles.course}>
        <EncryptedLine lane={lane} />
        <LaneDetails lane={lane} />
      </div>
    </>
  )
}

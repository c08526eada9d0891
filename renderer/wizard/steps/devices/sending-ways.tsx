import { providerById } from '#shared/catalogue/look-up.ts'
import { RECIPIENTS, TRISTATES, UNKNOWN_DEVICE, weighWays } from '#shared/devices/sending-choice.ts'
import { placeFor, withFoundServers } from '#shared/devices/sending-place.ts'
import type { SendingWay, WeighedWay } from '#shared/devices/sending-way.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { reasonWords } from '#shared/i18n/discovery-words.ts'
import { SelectField } from '#renderer/components/select-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ToldNeeds } from '#renderer/wizard/machine/sending-question.ts'
import type { DeviceStep } from '#renderer/wizard/machine/state.ts'
import { WayCard } from '#renderer/wizard/steps/devices/way-card.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './devices.module.css'

interface SendingWaysProps {
  readonly state: DeviceStep
  readonly address: EmailAddress
  readonly discovery: Discovery
}

/** The ways of the provider for this device: the first that fits at length, the others behind it. */
export function SendingWays({ state, address, discovery }: SendingWaysProps) {
  const { t } = useWords()
  const { card, needs } = state
  const { provider, day, candidates } = discovery
  const place = placeFor(provider === null ? null : providerById(provider.id))
  const ways = withFoundServers(place.ways, candidates)
  const weighed = weighWays(ways, { device: card ?? UNKNOWN_DEVICE, ...needs }, day)
  const [best, ...others] = weighed
  const guessOf = ({ server }: WeighedWay) => {
    const found = candidates.find(
      ({ endpoint }) => endpoint.host === server?.host && endpoint.port === server.port,
    )
    return found?.trust === 'guess' ? reasonWords(found.why, t) : null
  }
  const name = place.name ?? provider?.name ?? t('sending.place.unknown', { domain: address.domain.unicode })
  return (
    <section className={styles.ways} aria-labelledby="ways-title">
      <h2 id="ways-title">{t('sending.title', { provider: name })}</h2>
      {dependsOnNetwork(ways) && <Needs needs={needs} />}
      {best !== undefined && (
        <WayCard weighed={best} card={card} address={address} guess={guessOf(best)} rank="best" />
      )}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('devices.more-ways', { count: others.length })}</summary>
          <div className={styles.cards}>
            {others.map((one) => (
              <WayCard
                key={one.way.id}
                weighed={one}
                card={card}
                address={address}
                guess={guessOf(one)}
                rank="other"
              />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

/** Only an organisation has ways that hang on its network and on whom it writes to. */
function dependsOnNetwork(ways: readonly SendingWay[]): boolean {
  return ways.some(({ asks, recipients }) => asks.staticIp === true || recipients === 'internal')
}

function Needs({ needs }: { readonly needs: ToldNeeds }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const tell = (change: Partial<ToldNeeds>) =>
    wizard.dispatch({ type: 'needs-told', needs: { ...needs, ...change } })
  const answers = TRISTATES.map((value) => ({ value, words: t('devices.need.answer', { answer: value }) }))
  return (
    <fieldset className={styles.needs}>
      <legend>{t('devices.needs')}</legend>
      <SelectField
        label={t('devices.need.recipients')}
        value={needs.recipients}
        choices={RECIPIENTS.map((value) => ({
          value,
          words: t('devices.need.recipients.answer', { answer: value }),
        }))}
        onChoose={(recipients) => tell({ recipients })}
      />
      <SelectField
        label={t('devices.need.static-ip')}
        value={needs.staticIp}
        choices={answers}
        onChoose={(staticIp) => tell({ staticIp })}
      />
      <SelectField
        label={t('devices.need.port-25')}
        value={needs.port25}
        choices={answers}
        onChoose={(port25) => tell({ port25 })}
      />
    </fieldset>
  )
}

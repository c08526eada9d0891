import { useEffect, useRef } from 'react'
import { addressProblemWords } from '#shared/i18n/address-words.ts'
import { certaintyWords, deviceTitle } from '#shared/i18n/device-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { DeviceStep } from '#renderer/wizard/machine/state.ts'
import { DeviceFacts } from '#renderer/wizard/steps/devices/device-facts.tsx'
import { SendingWays } from '#renderer/wizard/steps/devices/sending-ways.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './devices.module.css'

/** One device: whose address it sends from, the ways that fits it, and what is known of it. */
export function DeviceScreen({ state }: { readonly state: DeviceStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { card, lookUp } = state
  return (
    <Page
      title={card === null ? t('devices.another') : deviceTitle(card, t)}
      lead={card === null ? t('devices.another.lead') : certaintyWords(card, t)}
      focus="field"
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
    >
      <SenderForm state={state} />
      {lookUp.state === 'asked' && <Found state={state} lookUp={lookUp} />}
      {card !== null && <DeviceFacts card={card} />}
    </Page>
  )
}

function SenderForm({ state: { text, problem, lookUp } }: { readonly state: DeviceStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <form
      className={styles.sender}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void wizard.devices.lookUp(text)
      }}
    >
      <TextField
        label={t('devices.address.title')}
        hint={t('devices.address.hint')}
        problem={problem === null ? null : addressProblemWords(problem, t)}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        placeholder={t('address.placeholder')}
        value={text}
        onChange={({ target }) => wizard.dispatch({ type: 'address-typed', text: target.value })}
      />
      <Button variant={lookUp.state === 'none' ? 'main' : 'plain'} type="submit">
        {t('devices.look-up')}
      </Button>
    </form>
  )
}

interface FoundProps {
  readonly state: DeviceStep
  readonly lookUp: Extract<DeviceStep['lookUp'], { readonly state: 'asked' }>
}

/** The ways, as soon as the provider is known or nothing more can come. */
function Found({ state, lookUp: { address, discovery } }: FoundProps) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const isKnown = discovery !== null && (discovery.complete || discovery.provider !== null)
  useEffect(() => {
    if (isKnown) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isKnown])
  return (
    <div ref={place} className={styles.ways}>
      <p role="status" className={styles.looking}>
        {!isKnown && t('devices.looking', { domain: address.domain.unicode })}
      </p>
      {isKnown && <SendingWays state={state} address={address} discovery={discovery} />}
    </div>
  )
}

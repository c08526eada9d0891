import { useRef, useState } from 'react'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { tenantOf } from '#shared/oauth/client-registration.ts'
import { Button, type ButtonProps } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import { ClientKit } from '#renderer/wizard/steps/setup/sign-in/client-kit.tsx'
import { ClientFields, readDetails } from '#renderer/wizard/steps/setup/sign-in/typed-details.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './browser-offer.module.css'

interface OfferProps {
  readonly offer: OAuthOffer
  readonly state: ServersStep | SignInStep
}

/** Signing in on the page of the server, as the first thing to do. */
export function BrowserOffer({ offer, state }: OfferProps) {
  const { t } = useWords()
  return (
    <section className={styles.offer} aria-labelledby="browser-offer">
      <h2 id="browser-offer">{t('oauth.offer.title')}</h2>
      <OfferForm offer={offer} state={state} variant="main" />
    </section>
  )
}

/** The same for the few who were given an identifier: out of the way of all other users. */
export function FoldedOffer({ offer, state }: OfferProps) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('oauth.offer.folded')}</summary>
      <div className={styles.folded}>
        <OfferForm offer={offer} state={state} variant="plain" />
      </div>
    </details>
  )
}

interface OfferFormProps extends OfferProps {
  readonly variant: NonNullable<ButtonProps['variant']>
}

/** Here, or with a code on another device. */
function OfferForm({ offer, state, variant }: OfferFormProps) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { server, ways, client, clientSecret, registration } = offer
  const forget = () => setProblem(null)
  const start = (way: OAuthWay) => {
    const typed = readDetails(form.current)
    if (client === 'wanted' && typed.client === null) setProblem(t('oauth.field.empty'))
    else void wizard.authorizer.start(way, language, typed)
  }
  return (
    <>
      <p>{t(client === 'wanted' ? 'oauth.offer.wanted' : 'oauth.offer.text', { server })}</p>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start('browser')
        }}
      >
        {client === 'wanted' && registration === null && (
          <ClientFields secret={clientSecret} problem={problem} onChange={forget} />
        )}
        {client === 'wanted' && registration !== null && (
          <ClientKit
            registration={registration}
            server={server}
            tenant={tenantOf(state.address.ascii, state.discovery.provider?.id ?? null)}
            protocols={protocolsOf(state)}
            problem={problem}
            onChange={forget}
          />
        )}
        {client === 'asked' && (
          <details>
            <summary>{t('oauth.offer.have-client-id')}</summary>
            <ClientFields secret={clientSecret} problem={problem} onChange={forget} />
          </details>
        )}
      </form>
      <div className={styles.buttons}>
        <Button variant={variant} onClick={() => start('browser')}>
          {t('oauth.offer.browser')}
        </Button>
        {ways.includes('device') && (
          <Button onClick={() => start('device')}>{t('oauth.offer.device')}</Button>
        )}
      </div>
    </>
  )
}

/** Only what will be signed in to is asked for. */
function protocolsOf({ services }: ServersStep | SignInStep): readonly Protocol[] {
  return servicesToTest(services).flatMap(({ endpoint, signIn }) =>
    signIn === 'password' ? [endpoint.protocol] : [],
  )
}

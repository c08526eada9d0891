import { useId, useState } from 'react'
import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { SendingServer, WeighedWay } from '#shared/devices/sending-way.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { deviceTitle } from '#shared/i18n/device-words.ts'
import { sendingWords } from '#shared/i18n/sending-words.ts'
import { sendingLetter } from '#shared/report/sending-letter.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { DeviceValues } from '#renderer/wizard/steps/devices/device-values.tsx'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './devices.module.css'

const SIGNS = { yes: 'check', check: 'info', no: 'cross' } as const

interface WayCardProps {
  readonly weighed: WeighedWay
  readonly card: DeviceCard | null
  readonly address: EmailAddress
  /** Where its server was found, if that is only a guess. */
  readonly guess: string | null
  readonly rank: 'best' | 'other'
}

/** One way: whether it fits, what speaks against it, what is entered in the device, and who has to do what first. */
export function WayCard({ weighed, card, address, guess, rank }: WayCardProps) {
  const { t } = useWords()
  const id = useId()
  const { fits, server } = weighed
  const { title, fits: fitWords, limits, obstacles, todo } = sendingWords(weighed, t)
  return (
    <article className={styles.way} data-fits={fits} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        <p className={styles.fits}>
          <Icon name={SIGNS[fits]} /> {fitWords}
        </p>
      </div>
      <p className={styles.limits}>{limits}</p>
      {obstacles.length > 0 && (
        <ul className={styles.obstacles}>
          {obstacles.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {todo !== null && <p>{todo}</p>}
      {server !== null && fits !== 'no' && (
        <DeviceValues
          server={server}
          card={card}
          userName={userNameIn(weighed, address)}
          address={address}
          guess={guess}
        />
      )}
      <WayActions weighed={weighed} card={card} address={address} rank={rank} />
    </article>
  )
}

/** Who signs in at another company has a user name from there. */
function userNameIn({ way }: WeighedWay, { ascii }: EmailAddress): string | null {
  const isOwn = way.asks.signIn === true || way.asks.oauth !== undefined
  return isOwn && way.id !== 'other-provider' ? ascii : null
}

function WayActions({ weighed, card, address, rank }: Omit<WayCardProps, 'guess'>) {
  const { t } = useWords()
  const { wizard } = useTools()
  const [isOpen, setOpen] = useState(false)
  const device = card === null ? t('sending.letter.device') : deviceTitle(card, t)
  const letter = sendingLetter(weighed, { device, address: address.ascii }, t)
  const endpoint = testable(weighed)
  return (
    <div className={styles.actions}>
      {endpoint !== null && (
        <Button
          variant={rank === 'best' ? 'main' : 'plain'}
          onClick={() => void wizard.devices.test(endpoint)}
        >
          {t('devices.test')}
        </Button>
      )}
      {letter !== null && <Button onClick={() => setOpen(true)}>{t('devices.letter')}</Button>}
      {letter !== null && isOpen && (
        <MessageDialog title={t('sending.letter.title')} letter={letter} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

/** The server that can be signed in to from here; what goes by the network of the device cannot be tested elsewhere. */
function testable({ way, server, fits }: WeighedWay): ServerEndpoint | null {
  const signsIn = way.asks.signIn === true || way.asks.oauth !== undefined
  return !signsIn || fits === 'no' || server === null || !hasHost(server) || server.security === 'none'
    ? null
    : { protocol: 'smtp', host: server.host, port: server.port, security: server.security }
}

function hasHost(server: SendingServer): server is SendingServer & { readonly host: string } {
  return server.host !== null
}

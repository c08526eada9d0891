import { useState } from 'react'
import {
  ACCOUNT_TYPES,
  onlySends,
  type AccountType,
  type AccountTypeId,
} from '#shared/catalogue/account-types.ts'
import { isCutOff } from '#shared/discovery/discovery.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Tiles, type Tile } from '#renderer/components/tiles.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { SetupStep, TestedStep } from '#renderer/wizard/machine/state.ts'
import { FoundNote } from '#renderer/wizard/steps/setup/account-type/found-note.tsx'
import { ProxyDialog } from '#renderer/wizard/views/proxy-dialog.tsx'
import { SendingServices } from '#renderer/wizard/steps/setup/account-type/sending-services.tsx'
import { WhereWeLooked } from '#renderer/wizard/steps/setup/account-type/where-we-looked.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** The tile of a provider that was found and has none of its own. */
const FOUND = 'found'
type TileValue = AccountType['id'] | typeof FOUND

interface AccountTypeProps {
  readonly state: SetupStep | TestedStep
}

/** What kind of account it is: picked as soon as it is known, and for the user to change. */
export function AccountType({ state }: AccountTypeProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { discovery } = state
  const picked = ('picked' in state ? state.picked : null) ?? null
  // Under a test the type stays as it is; the way to change it leads back to the settings.
  const record = 'lanes' in state ? 'held' : 'open'
  const found = picked === null ? (discovery?.provider ?? null) : null
  const hasTile =
    ACCOUNT_TYPES.some(({ provider }) => provider === found?.id) || discovery?.accountType !== 'other'
  const tiles: Tile<TileValue>[] = ACCOUNT_TYPES.map(({ id, glyph }) => ({
    value: id,
    glyph,
    name: t(`account-type.${id}`),
  }))
  if (found !== null && !hasTile)
    tiles.unshift({ value: FOUND, glyph: found.name.slice(0, 1), name: found.name })
  const isSending = onlySends(picked)
  const value = found !== null && !hasTile ? FOUND : tileOf(picked ?? discovery?.accountType ?? null)
  return (
    <>
      <Tiles
        legend={t('account.legend')}
        tiles={tiles}
        value={value}
        record={record}
        onPick={(type) => {
          if (type !== FOUND) void wizard.address.pickAccountType(type)
        }}
      />
      {isSending && <SendingServices picked={picked} record={record} />}
      <div aria-live="polite">
        <FoundNote address={state.address} discovery={discovery} picked={picked} />
      </div>
      {discovery !== null && isCutOff(discovery) && <Offline />}
      {discovery !== null && <WhereWeLooked discovery={discovery} />}
    </>
  )
}

function tileOf(type: AccountTypeId | null): AccountType['id'] | null {
  return ACCOUNT_TYPES.find(({ id }) => id === (onlySends(type) ? 'sending' : type))?.id ?? null
}

/** Where no source could be asked, nothing is known about the provider: the way out of the network is missing. */
function Offline() {
  const { t } = useWords()
  const { wizard } = useTools()
  const [isOpen, setOpen] = useState(false)
  const again = () => void wizard.address.probeAgain()
  const ways = (
    <>
      <Button onClick={again}>{t('account.offline.again')}</Button>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('action.set-proxy')}
      </Button>
    </>
  )
  return (
    <Note tone="warn" action={ways}>
      <strong>{t('account.offline.title')}</strong>
      <br />
      {t('account.offline.text')}
      {isOpen && <ProxyDialog onReady={again} onClose={() => setOpen(false)} />}
    </Note>
  )
}

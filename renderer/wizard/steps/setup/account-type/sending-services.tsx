import {
  SENDING_SERVICES,
  type AccountTypeId,
  type SendingServiceId,
} from '#shared/catalogue/account-types.ts'
import { Tiles, type Tile, type TilesProps } from '#renderer/components/tiles.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface SendingServicesProps extends Pick<TilesProps<string>, 'record'> {
  readonly picked: AccountTypeId | null
}

/** Which service sends, or a server of one's own: a relay, the server of a provider that is not known. */
export function SendingServices({ picked, record }: SendingServicesProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const tiles: Tile<SendingServiceId | 'sending'>[] = [
    ...SENDING_SERVICES.map(({ id, glyph, name }) => ({ value: id, glyph, name })),
    { value: 'sending', glyph: '@', name: t('account.sending-other') },
  ]
  return (
    <Tiles
      legend={t('account.sending-legend')}
      tiles={tiles}
      value={tiles.find(({ value }) => value === picked)?.value ?? null}
      {...(record === undefined ? {} : { record })}
      onPick={(service) => void wizard.address.pickAccountType(service)}
    />
  )
}

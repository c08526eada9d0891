import { ACCOUNT_TYPES, type AccountTypeId } from '#shared/catalogue/account-types.ts'
import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { hintWords, reasonWords } from '#shared/i18n/discovery-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Tiles, type Tile } from '#renderer/components/tiles.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { AccountStep } from '#renderer/wizard/state.ts'
import { useTools } from '#renderer/wizard/wizard-context.tsx'

/** The tile of a provider that was found and has none of its own. */
const FOUND = 'found'
type TileValue = AccountTypeId | typeof FOUND

export function AccountScreen({ state }: { readonly state: AccountStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { address, discovery, picked } = state
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
  const value = picked ?? (found !== null && !hasTile ? FOUND : (discovery?.accountType ?? null))
  const closed = discovery?.provider?.kind === 'closed'
  return (
    <Page
      title={t('account.title')}
      lead={address.unicode}
      aside={<BackButton />}
      actions={
        <Button
          look="main"
          disabled={discovery === null || closed}
          onClick={() => wizard.dispatch({ type: 'account-accepted' })}
        >
          {t('continue')}
        </Button>
      }
    >
      <div aria-live="polite">
        <FoundNote state={state} />
      </div>
      <Tiles
        legend={t('account.legend')}
        tiles={tiles}
        value={value}
        onPick={(type) => {
          if (type !== FOUND) void wizard.pickAccountType(type)
        }}
      />
    </Page>
  )
}

function BackButton() {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Button look="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
      {t('back')}
    </Button>
  )
}

/** What was found and why, or that nothing was. */
function FoundNote({ state }: { readonly state: AccountStep }) {
  const { t } = useWords()
  const { discovery } = state
  if (discovery === null) return <Note tone="info">{t('account.looking')}</Note>
  const { provider, hints } = discovery
  if (provider === null)
    return <Note tone="info">{t('account.unknown', { domain: state.address.domain.unicode })}</Note>
  const closed = hints.find((hint) => hint.kind === 'no-mail-program')
  if (closed !== undefined) return <Note tone="bad">{hintWords(closed, provider.name, t)}</Note>
  return (
    <Note tone="good">
      <b>{provider.name}.</b> {reasonWords(provider.why, t)} {signInWords(provider, t)}
    </Note>
  )
}

function signInWords({ signIn }: DiscoveredProvider, t: ReturnType<typeof useWords>['t']): string {
  const [best = 'password'] = signIn
  return t(`account.sign-in.${best}`)
}

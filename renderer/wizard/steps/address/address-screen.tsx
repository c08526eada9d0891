import type { Code } from '#shared/finding/codes.ts'
import { addressProblemWords } from '#shared/i18n/address-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { proposalIn, type AddressStep } from '#renderer/wizard/machine/state.ts'
import { AccountList } from '#renderer/wizard/steps/address/account-list.tsx'
import { DoubtNote } from '#renderer/wizard/steps/address/doubt-note.tsx'
import { PracticeMailboxes } from '#renderer/wizard/steps/address/practice-mailboxes.tsx'
import { useView } from '#renderer/wizard/views/view-context.tsx'
import { useFirstTools } from '#renderer/wizard/views/wizard-context.tsx'
import { useFileDrop } from '#renderer/wizard/views/use-file-drop.ts'
import styles from './address-screen.module.css'

const FORM = 'address-form'
/** What a report that can be opened is called; anything else that is dropped here is none. */
const REPORTS = /\.(?:html?|json|mailwright-report)$/i

export function AddressScreen({ state }: { readonly state: AddressStep }) {
  const { t } = useWords()
  const { wizard, app } = useFirstTools()
  const { accounts, doubt } = state
  useFileDrop((file) => {
    if (REPORTS.test(file.name)) void wizard.openReport(file, 'shown', t)
  })
  const asked = doubt !== null && 'suggestion' in doubt.about ? doubt.about.suggestion : null
  const proposed = asked ?? proposalIn(state.problem)
  return (
    <Page
      title={t('address.title')}
      lead={t('address.lead')}
      focus="field"
      aside={
        <>
          <Button variant="quiet" onClick={() => void wizard.address.enterByHand(state.text)}>
            {t('address.by-hand')}
          </Button>
          <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'explain-wanted' })}>
            {t('explain.open')}
          </Button>
          <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'report-wanted' })}>
            {t('report.open')}
          </Button>
        </>
      }
      actions={
        <Button variant="main" type="submit" form={FORM}>
          {proposed === null ? t('continue') : t('address.use-suggestion', { suggestion: proposed })}
        </Button>
      }
    >
      <div>
        <AddressForm state={state} />
        <OtherWays />
      </div>
      {accounts !== null && accounts.notice !== null && <ListNote code={accounts.notice} />}
      {app.practice !== null && <PracticeMailboxes guide={app.practice} typed={state.text} />}
      {accounts !== null && <AccountList accounts={accounts.accounts} managing={state.managing} />}
    </Page>
  )
}

/** For whom there is more than an address: quiet, because most people have nothing else. */
function OtherWays() {
  const { t } = useWords()
  const { wizard } = useFirstTools()
  return (
    <div className={styles.ways}>
      <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'programs-wanted' })}>
        {t('programs.open')}
      </Button>
      <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'devices-wanted' })}>
        {t('devices.open')}
      </Button>
    </div>
  )
}

/** Why there are no saved accounts here, or not the ones that were. */
function ListNote({ code }: { readonly code: Code }) {
  const { t } = useWords()
  const { title, explanation } = codeWords(code, t, { store: t('store.keychain') })
  return (
    <Note tone="warn">
      <strong>{title}.</strong> {explanation}
    </Note>
  )
}

function AddressForm({ state: { text, problem, doubt } }: { readonly state: AddressStep }) {
  const { t } = useWords()
  const { wizard } = useFirstTools()
  const { view } = useView()
  const isTechnician = view === 'technician'
  const type = (typed: string) => wizard.dispatch({ type: 'address-typed', text: typed })
  return (
    <form
      id={FORM}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void wizard.address.submitProposed(isTechnician ? 'accept' : 'ask')
      }}
    >
      <TextField
        label={t(isTechnician ? 'address.label-technician' : 'address.label')}
        scale="large"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        placeholder={t('address.placeholder')}
        value={text}
        onChange={({ target }) => type(target.value)}
        problem={problem === null ? null : addressProblemWords(problem, t)}
      />
      {problem !== null && problem.reason === 'only-domain' && (
        <Button variant="quiet" onClick={() => void wizard.address.submit(problem.suggestion)}>
          {t('address.use-suggestion', { suggestion: problem.suggestion })}
        </Button>
      )}
      <div role="alert" className={styles.doubt}>
        {doubt !== null && <DoubtNote doubt={doubt} />}
      </div>
    </form>
  )
}

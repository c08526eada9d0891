import { useId } from 'react'
import { SECURITIES } from '#shared/domain/protocol.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ServerDraft } from '#renderer/wizard/machine/state.ts'
import { Advice, SubmitButton } from '#renderer/wizard/steps/setup/settings/server-advice.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './server-form.module.css'
import { withPort } from '#renderer/wizard/machine/drafts.ts'

interface ServerFormProps {
  readonly draft: ServerDraft
  /** The organisation that has fixed the user name, `null` where the user may change it. */
  readonly userNameHeldBy: string | null
}

/** A server typed by hand. */
export function ServerForm({ draft, userNameHeldBy }: ServerFormProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const instead = draft.advice?.instead ?? null
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('servers.change-named', { service: t(`service.${draft.protocol}`) })}
      onSubmit={(event) => {
        event.preventDefault()
        wizard.dispatch({ type: instead === null ? 'draft-applied' : 'advice-taken' })
      }}
    >
      <h2>{t(`service.${draft.protocol}`)}</h2>
      <Fields
        draft={draft}
        userNameHeldBy={userNameHeldBy}
        onChange={(next) => wizard.dispatch({ type: 'draft-changed', draft: next })}
      />
      <div className={styles.actions}>
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'draft-dropped' })}>
          {t('cancel')}
        </Button>
        <SubmitButton draft={draft} />
      </div>
    </form>
  )
}

interface FieldsProps extends ServerFormProps {
  readonly onChange: (draft: ServerDraft) => void
}

function Fields({ draft, userNameHeldBy, onChange }: FieldsProps) {
  const { t } = useWords()
  const problem = (field: NonNullable<ServerDraft['problem']>) =>
    draft.problem === field ? t(`servers.draft.${field}`) : null
  const verbatim = { autoCapitalize: 'none', spellCheck: false } as const
  return (
    <div className={styles.fields}>
      <TextField
        {...verbatim}
        label={t('servers.field.host')}
        value={draft.host}
        autoFocus
        onChange={({ target }) => onChange({ ...draft, host: target.value, problem: null })}
        problem={problem('host')}
      />
      <TextField
        label={t('servers.field.port')}
        inputMode="numeric"
        value={draft.port}
        onChange={({ target }) => onChange(withPort(draft, target.value))}
        problem={problem('port')}
      />
      <div className={styles.wide}>
        <div role="alert" className={styles.advice}>
          <Advice draft={draft} />
        </div>
        <SecurityChoice draft={draft} onChange={onChange} />
      </div>
      {draft.protocol === 'smtp' && <RelayChoice draft={draft} onChange={onChange} />}
      {draft.signIn === 'password' && (
        <div className={styles.wide}>
          <TextField
            {...verbatim}
            label={t('servers.field.user-name')}
            value={draft.userName}
            disabled={userNameHeldBy !== null}
            hint={
              userNameHeldBy === null ? undefined : t('policy.fixed-name', { organisation: userNameHeldBy })
            }
            onChange={({ target }) => onChange({ ...draft, userName: target.value, problem: null })}
            problem={problem('user-name')}
          />
        </div>
      )}
    </div>
  )
}

/** Never ticked by itself: whether a relay wants no sign-in is for the person to know, not for us to guess. */
function RelayChoice({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useWords()
  const hint = useId()
  return (
    <div className={styles.wide}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          aria-describedby={hint}
          checked={draft.signIn === 'none'}
          onChange={({ target }) =>
            onChange({ ...draft, signIn: target.checked ? 'none' : 'password', problem: null })
          }
        />
        {t('servers.field.relay')}
      </label>
      <p id={hint} className={styles.hint}>
        {t('servers.field.relay-hint')}
      </p>
    </div>
  )
}

/** No encryption at all is only on offer for this very computer. */
function SecurityChoice({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useWords()
  const name = useId()
  const securities = SECURITIES.filter((security) => security !== 'none' || isLoopbackHost(draft.host))
  return (
    <fieldset>
      <legend>{t('servers.field.security')}</legend>
      {securities.map((security) => (
        <label key={security} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={draft.security === security}
            onChange={() => onChange({ ...draft, security, problem: null })}
          />
          {t(`security.${security}`)}
        </label>
      ))}
    </fieldset>
  )
}

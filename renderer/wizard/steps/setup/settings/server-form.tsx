import { useId } from 'react'
import { SECURITIES } from '#shared/domain/protocol.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { mayBePlain, withPort, withSignIn } from '#renderer/wizard/machine/drafts.ts'
import type { ServerDraft, ServiceChoice } from '#renderer/wizard/machine/state.ts'
import { Advice } from '#renderer/wizard/steps/setup/settings/server-advice.tsx'
import { Others } from '#renderer/wizard/steps/setup/settings/service-row.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './server-form.module.css'

interface ServerFormProps {
  readonly draft: ServerDraft
  /** What stands in the row as long as it is being typed. */
  readonly service: Pick<ServiceChoice, 'chosen' | 'others'>
  /** The organisation that has fixed the user name, `null` where the user may change it. */
  readonly userNameHeldBy: string | null
}

/** The fields of one row of the settings; all rows that are open are taken together. */
export function ServerForm({ draft, service, userNameHeldBy }: ServerFormProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { protocol } = draft
  const name = t(`service.${protocol}`)
  return (
    <fieldset className={styles.form} aria-label={t('servers.change-named', { service: name })}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'draft-dropped', protocol })}>
          {t(service.chosen === null ? 'servers.leave-empty' : 'cancel')}
          <span className="unseen">{name}</span>
        </Button>
      </div>
      <Fields
        draft={draft}
        userNameHeldBy={userNameHeldBy}
        onChange={(next) => wizard.dispatch({ type: 'draft-changed', draft: next })}
      />
      {service.chosen === null && service.others.length > 0 && (
        <Others candidates={service.others} record="with-reasons" />
      )}
    </fieldset>
  )
}

interface FieldsProps extends Pick<ServerFormProps, 'draft' | 'userNameHeldBy'> {
  readonly onChange: (draft: ServerDraft) => void
}

function Fields({ draft, userNameHeldBy, onChange }: FieldsProps) {
  const { t } = useWords()
  const problem = (field: NonNullable<ServerDraft['problem']>) =>
    draft.problem === field ? t(`servers.draft.${field}`) : null
  const verbatim = { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const
  return (
    <div className={styles.fields}>
      <TextField
        {...verbatim}
        label={t('servers.field.host')}
        name={hostField(draft.protocol)}
        value={draft.host}
        onChange={({ target }) => onChange({ ...draft, host: target.value, problem: null })}
        problem={problem('host')}
      />
      <TextField
        label={t('servers.field.port')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.port}
        onChange={({ target }) => onChange(withPort(draft, target.value))}
        problem={problem('port')}
      />
      {draft.signIn === 'password' && (
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
      )}
      <SecurityChoice draft={draft} onChange={onChange} />
      <div role="alert" className={styles.advice}>
        <Advice draft={draft} />
      </div>
      {draft.protocol === 'smtp' && <RelayChoice draft={draft} onChange={onChange} />}
    </div>
  )
}

/** The name of the field for a server, by which the focus finds it. */
export function hostField(protocol: ServerDraft['protocol']): string {
  return `${protocol}-host`
}

/** Never ticked by itself: whether a relay takes mail without a sign-in is for the user to say, not to be guessed. */
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
          onChange={({ target }) => onChange(withSignIn(draft, target.checked ? 'none' : 'password'))}
        />
        {t('servers.field.relay')}
      </label>
      <p id={hint} className={styles.hint}>
        {t('servers.field.relay-hint')}
      </p>
    </div>
  )
}

/** No encryption at all is on offer for this very computer and a relay that the organisation names; a user who looks for it reads why. */
function SecurityChoice({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) {
  const { t } = useWords()
  const name = useId()
  const { app } = useTools()
  const isPlain = mayBePlain(draft, app.policy?.plainRelays ?? [])
  const securities = SECURITIES.filter((security) => security !== 'none' || isPlain)
  return (
    <fieldset className={styles.security}>
      <legend>{t('servers.field.security')}</legend>
      {securities.map((security) => (
        <label key={security} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={draft.security === security}
            onChange={() => onChange({ ...draft, security, problem: null })}
          />
          {t(`security-name.${security}`)}
        </label>
      ))}
      {draft.signIn === 'none' && !isPlain && <p className={styles.why}>{t('servers.field.plain-hint')}</p>}
    </fieldset>
  )
}

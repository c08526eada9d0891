import { useState, type FormEvent } from 'react'
import { parseEhloName } from '#shared/domain/ehlo-name.ts'
import { NOT_EXPERT, type ExpertSettings } from '#shared/domain/expert-settings.ts'
import { MECHANISMS } from '#shared/domain/mechanism.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { announcedMechanisms } from '#shared/finding/mechanism-report.ts'
import { Button } from '#renderer/components/button.tsx'
import { SelectField } from '#renderer/components/select-field.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './retest-form.module.css'

interface RetestFormProps {
  readonly result: EndpointResult
  /** What the latest test was limited to. */
  readonly expert: ExpertSettings | undefined
}

const ANY = 'any'
const FAMILIES = [ANY, '4', '6'] as const

/** Tests this one service again, limited as a technician wants it. */
export function RetestForm({ result, expert = NOT_EXPERT }: RetestFormProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { protocol } = result.endpoint
  const [family, setFamily] = useState<(typeof FAMILIES)[number]>(
    expert.family === null ? ANY : `${expert.family}`,
  )
  const [mechanism, setMechanism] = useState<string>(expert.mechanism ?? ANY)
  const [ehlo, setEhlo] = useState(expert.ehloName ?? '')
  const [isWrong, setWrong] = useState(false)
  const names = usableIn(result)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const ehloName = ehlo === '' ? null : parseEhloName(ehlo.trim())
    if (ehloName === null && ehlo !== '') return setWrong(true)
    void wizard.live.retest(protocol, {
      family: family === ANY ? null : family === '4' ? 4 : 6,
      mechanism: MECHANISMS.find((known) => known === mechanism) ?? null,
      ehloName,
    })
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <SelectField
        label={t('technician.family')}
        value={family}
        choices={FAMILIES.map((value) => ({ value, words: t(`technician.family.${value}`) }))}
        onChoose={setFamily}
      />
      {names.length > 0 && (
        <SelectField
          label={t('technician.mechanism')}
          value={mechanism}
          choices={[ANY, ...names].map((value) => ({
            value,
            words: value === ANY ? t('technician.mechanism.any') : value,
          }))}
          onChoose={setMechanism}
        />
      )}
      {protocol === 'smtp' && (
        <TextField
          label={t('technician.ehlo')}
          type="text"
          placeholder="[127.0.0.1]"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={ehlo}
          problem={isWrong ? t('technician.ehlo-wrong') : null}
          onChange={({ target }) => {
            setEhlo(target.value)
            setWrong(false)
          }}
        />
      )}
      <Button type="submit">{t('technician.retest', { service: protocol.toUpperCase() })}</Button>
    </form>
  )
}

/** The mechanisms that can be asked for: announced, and known here. Without a sign-in there is none to ask for. */
function usableIn(result: EndpointResult): readonly string[] {
  const login = result.evidence.stages.findLast((record) => record.stage === 'login')
  if (login === undefined || login.status === 'skipped') return []
  return announcedMechanisms(result, 'password').flatMap(({ name, verdict }) =>
    verdict === 'unsupported' ? [] : [name],
  )
}

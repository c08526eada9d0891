import { firewallRequest } from '#shared/report/firewall-request.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { conclusionWords } from '#shared/i18n/conclusion-words.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { PortMatrixTable } from '#renderer/wizard/steps/test/survey/port-matrix-table.tsx'
import { RequestButton } from '#renderer/wizard/steps/test/network/request-button.tsx'
import { useOnDemand } from '#renderer/wizard/views/use-on-demand.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './port-survey.module.css'

/** For the technician: every usual port of these servers, open or not, looked at on demand. */
export function PortSurvey({ setupId }: { readonly setupId: string }) {
  const { t } = useWords()
  const { engine } = useTools()
  const { variant, start } = useOnDemand<SurveyReport>(
    (signal) => engine.setup.survey({ setupId }, signal),
    (survey) => ({ survey }),
  )
  const request =
    typeof variant === 'string' ? null : firewallRequest(variant.endpoints, t, variant.surveyedAt)
  return (
    <div className={styles.survey}>
      <h2>{t('survey.title')}</h2>
      <p className={styles.lead}>{t('survey.lead')}</p>
      <div role="status">{variant === 'busy' && t('survey.busy')}</div>
      {typeof variant !== 'string' && <Conclusions findings={variant.conclusions} />}
      {typeof variant !== 'string' && <PortMatrixTable reports={variant.endpoints} />}
      <div className={styles.buttons}>
        <Button disabled={variant === 'busy'} onClick={() => void start()}>
          {t(typeof variant === 'string' ? 'survey.start' : 'survey.again')}
        </Button>
        {request !== null && <RequestButton request={request} network="this" />}
      </div>
    </div>
  )
}

/** What the ports say together, above what each of them says. */
function Conclusions({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useWords()
  return findings.map((finding) => {
    const { title, explanation } = conclusionWords(finding, t)
    return (
      <Note key={`${finding.code} ${finding.endpoint.host}`} tone="warn">
        <strong>{title}</strong> {explanation}
      </Note>
    )
  })
}

import { certificateIn } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { certificateRows, stageLines, transcriptLines } from '#shared/report/report-lines.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { CertificateFactsList } from '#renderer/wizard/steps/test/lane/certificate-table.tsx'
import { StageTable } from '#renderer/wizard/steps/test/lane/stage-table.tsx'
import { Block } from '#renderer/wizard/steps/test/technician/block.tsx'
import { CommandList } from '#renderer/wizard/steps/test/technician/command-list.tsx'
import { RetestForm } from '#renderer/wizard/steps/test/technician/retest-form.tsx'
import { trailOf } from '#renderer/wizard/steps/test/technician/trail-of.ts'
import { TranscriptLog } from '#renderer/wizard/steps/test/technician/transcript-log.tsx'
import styles from './service-block.module.css'

interface ServiceBlockProps {
  readonly lane: Lane
  readonly state: TestStep | ResultStep
  /** Whether it is open before the user has touched it. */
  readonly open: 'open' | 'closed'
}

/** Everything that was seen of one service, each part with its copy. */
export function ServiceBlock({ lane, state, open }: ServiceBlockProps) {
  const { t } = useWords()
  const { endpoint, result } = lane
  const name = endpoint.protocol.toUpperCase()
  return (
    <details className={styles.block} open={open === 'open'} data-protocol={endpoint.protocol}>
      <summary>
        <h2>{t(`service.${endpoint.protocol}`)}</h2>
        <span className={styles.endpoint}>
          <bdi>
            <Breakable text={formatEndpoint(endpoint)} />
          </bdi>
        </span>
        <span className={styles.verdict} data-verdict={result?.verdict ?? 'running'}>
          {result === null ? t('lane.running') : verdictWords(result, t, 'lane')}
        </span>
      </summary>
      <div className={styles.content}>
        {result !== null && <RetestForm result={result} expert={lane.expert} />}
        <Seen lane={lane} about={name} />
        {result !== null && (
          <CommandList result={result} address={state.address.ascii} expert={lane.expert} />
        )}
      </div>
    </details>
  )
}

/** The stages, the certificate and the log. */
function Seen({ lane, about }: { readonly lane: Lane; readonly about: string }) {
  const { t } = useWords()
  const trail = trailOf(lane)
  const certificate = certificateIn(trail)
  const transcript = lane.result?.evidence.transcript ?? null
  return (
    <>
      <Block title={t('technician.stages')} about={about} text={stageLines(trail.stages, t).join('\n')}>
        <StageTable stages={lane.stages} />
      </Block>
      {certificate !== null && (
        <Block
          title={t('certificate.title')}
          about={about}
          text={certificateRows(certificate, t)
            .map((row) => row.join(': '))
            .join('\n')}
        >
          <CertificateFactsList certificate={certificate} />
        </Block>
      )}
      {transcript !== null && (
        <Block title={t('transcript.title')} about={about} text={transcriptLines(transcript, t).join('\n')}>
          <TranscriptLog lines={transcript} />
        </Block>
      )}
    </>
  )
}

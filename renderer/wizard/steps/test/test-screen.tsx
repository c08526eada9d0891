import { useState } from 'react'
import { sharedCauses } from '#shared/report/causes.ts'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { passwordsOf } from '#renderer/wizard/machine/agreement.ts'
import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { Announcer } from '#renderer/wizard/steps/test/announcer.tsx'
import { ArrivalSection } from '#renderer/wizard/steps/test/arrival/arrival-section.tsx'
import { MechanismTrials } from '#renderer/wizard/steps/test/survey/mechanism-trials.tsx'
import { PortSurvey } from '#renderer/wizard/steps/test/survey/port-survey.tsx'
import { FindingPanel } from '#renderer/wizard/steps/test/finding/finding-panel.tsx'
import type { Depth } from '#renderer/wizard/steps/test/lane/depth.ts'
import { LaneCard } from '#renderer/wizard/steps/test/lane-card.tsx'
import { NetworkComparison } from '#renderer/wizard/steps/test/network/network-comparison.tsx'
import { Proof } from '#renderer/wizard/steps/test/result/proof.tsx'
import { Remarks } from '#renderer/wizard/steps/test/result/remarks.tsx'
import { ResultActions } from '#renderer/wizard/steps/test/result/result-actions.tsx'
import { SinceLastTest } from '#renderer/wizard/steps/test/result/since-last-test.tsx'
import { SavingNote } from '#renderer/wizard/steps/test/result/saving-note.tsx'
import { outcomeOf, problemIn, settingsIn } from '#renderer/wizard/steps/test/result/summary.ts'
import { ServiceSettings } from '#renderer/wizard/views/service-settings.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './test-screen.module.css'

/** The live test and its outcome: the same lanes, first moving, then with what they mean. */
export function TestScreen({ state }: { readonly state: TestStep | ResultStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const [depth, setDepth] = useState<Depth>('plain')
  const summary = state.step === 'test' ? 'running' : outcomeOf(state)
  const title = t(`test.title.${summary}`, {
    address: state.address.unicode,
    problem: problemIn(state.lanes),
  })
  return (
    <Page
      title={title}
      lead={t(`test.lead.${summary}`)}
      aside={
        <>
          {state.step === 'result' && (
            <Button
              variant="quiet"
              onClick={() => wizard.dispatch({ type: 'servers-wanted', protocol: null })}
            >
              {t('result.to-settings')}
            </Button>
          )}
          <Button
            variant="quiet"
            aria-pressed={depth === 'technician'}
            onClick={() => setDepth(depth === 'plain' ? 'technician' : 'plain')}
          >
            {t(depth === 'plain' ? 'test.technician' : 'test.plain')}
          </Button>
        </>
      }
      actions={
        state.step === 'test' ? (
          <Button onClick={() => wizard.live.stop()}>{t('test.stop')}</Button>
        ) : (
          <ResultActions state={state} />
        )
      }
    >
      <Announcer lanes={state.lanes} verdict={state.step === 'test' ? null : title} />
      {summary === 'works' && <Proof lanes={state.lanes} hints={state.discovery.hints} />}
      {summary === 'works' && depth === 'plain' && (
        <Remarks lanes={state.lanes} address={state.address.unicode} />
      )}
      <SharedCauses state={state} />
      <Lanes state={state} depth={depth} folded={summary === 'works' && depth === 'plain' ? 'yes' : 'no'} />
      {state.step === 'result' && <AfterLanes state={state} depth={depth} />}
    </Page>
  )
}

/** What a result adds to the lanes it came from. */
function AfterLanes({ state, depth }: { readonly state: ResultStep; readonly depth: Depth }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const summary = outcomeOf(state)
  return (
    <>
      {summary === 'left' && <ServiceSettings services={settingsIn(state.lanes)} />}
      {state.before !== undefined && (
        <NetworkComparison before={state.before} network={state.network ?? ''} lanes={state.lanes} />
      )}
      {state.saved !== undefined && <SinceLastTest account={state.saved.account} lanes={state.lanes} />}
      {depth === 'technician' && <MechanismTrials setupId={state.setupId} />}
      {depth === 'technician' && <PortSurvey setupId={state.setupId} />}
      {summary === 'works' && <ArrivalSection setupId={state.setupId} />}
      {(summary === 'problem' || depth === 'technician') && (
        <div>
          <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'explain-wanted' })}>
            {t('explain.open')}
          </Button>
        </div>
      )}
      <SavingNote state={state} />
    </>
  )
}

/** What several services may have in common stands once, above them, with its one fix. */
function SharedCauses({ state }: { readonly state: TestStep | ResultStep }) {
  const results = state.lanes.flatMap(({ result }) => result ?? [])
  return sharedCauses(results, passwordsOf(state)).map((cause) => (
    <FindingPanel
      key={`${cause.finding.code} ${cause.result.userName}`}
      cause={cause}
      state={state}
      heading="h2"
    />
  ))
}

interface LanesProps {
  readonly state: TestStep | ResultStep
  readonly depth: Depth
  /** Once everything is proved the lines have closed into the envelope; they can be unfolded again. */
  readonly folded: 'yes' | 'no'
}

function Lanes({ state, depth, folded }: LanesProps) {
  const { t } = useWords()
  const cards = state.lanes.map((lane) => (
    <LaneCard key={lane.endpoint.protocol} lane={lane} depth={depth} state={state} />
  ))
  if (folded === 'no') return <div>{cards}</div>
  return (
    <details className={styles.folded}>
      <summary>{t('test.lanes', { count: cards.length })}</summary>
      {cards}
    </details>
  )
}

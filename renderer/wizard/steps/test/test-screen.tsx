import { useEffect, useRef } from 'react'
import { isShareable, sharedCauses } from '#shared/report/causes.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { PAGE_TITLE } from '#renderer/components/page-title.ts'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { passwordsOf, signedInWith, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import type { ResultStep, TestedStep } from '#renderer/wizard/machine/state.ts'
import { Announcer } from '#renderer/wizard/views/announcer.tsx'
import { ArrivalSection } from '#renderer/wizard/steps/test/arrival/arrival-section.tsx'
import { FindingPanel } from '#renderer/wizard/steps/test/finding/finding-panel.tsx'
import { NetworkComparison } from '#renderer/wizard/steps/test/network/network-comparison.tsx'
import { Proof } from '#renderer/wizard/steps/test/result/proof.tsx'
import { Remarks } from '#renderer/wizard/steps/test/result/remarks.tsx'
import { ResultActions } from '#renderer/wizard/steps/test/result/result-actions.tsx'
import { SinceLastTest } from '#renderer/wizard/steps/test/result/since-last-test.tsx'
import { SavingNote } from '#renderer/wizard/steps/test/result/saving-note.tsx'
import { outcomeOf, problemIn, settingsIn } from '#renderer/wizard/steps/test/result/summary.ts'
import { ServiceLines } from '#renderer/wizard/steps/test/technician/service-lines.tsx'
import { TechnicianView } from '#renderer/wizard/steps/test/technician/technician-view.tsx'
import { ServiceSettings } from '#renderer/wizard/views/service-settings.tsx'
import { SaveReportButton } from '#renderer/wizard/views/save-report-dialog.tsx'
import { useView } from '#renderer/wizard/views/view-context.tsx'
import { WhereTo } from '#renderer/wizard/views/where-to.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './test-screen.module.css'

interface TestScreenProps {
  readonly state: TestedStep
}

/**
 * What the page says below the rows of the settings while they are tested, and after it. It grows downwards alone, from
 * the place where the sign-in was: nothing that the user looks at moves.
 */
export function TestScreen({ state }: TestScreenProps) {
  const { t } = useWords()
  const { view } = useView()
  const place = useRef<HTMLElement>(null)
  const summary = summaryIn(state)
  useVerdictInSight(place, state.step)
  return (
    <section ref={place} className={styles.outcome} aria-labelledby={PAGE_TITLE}>
      <SignedIn state={state} />
      <div>
        <h2 id={PAGE_TITLE} tabIndex={-1} className={styles.title}>
          {testTitle(state, t)}
        </h2>
        <p className={styles.lead}>{t(`test.lead.${summary}`)}</p>
      </div>
      <Announcer lanes={state.lanes} verdict={state.step === 'test' ? null : testTitle(state, t)} />
      {view === 'technician' && <ServiceLines state={state} />}
      {summary === 'works' && <Proof lanes={state.lanes} hints={state.discovery.hints} />}
      {state.step === 'result' && (summary === 'works' || summary === 'left') && (
        <WhereTo state={state} what="everything" />
      )}
      {summary === 'works' && view === 'plain' ? (
        <Remarks lanes={state.lanes} address={state.address.unicode} />
      ) : (
        <Causes state={state} />
      )}
      {view === 'technician' && <TechnicianView state={state} />}
      {state.step === 'result' && <AfterLanes state={state} />}
    </section>
  )
}

function summaryIn(state: TestedStep) {
  return state.step === 'test' ? 'running' : outcomeOf(state)
}

/** What the page is about right now: the test, and then how it came out. */
export function testTitle(state: TestedStep, t: Translate): string {
  return t(`test.title.${summaryIn(state)}`, {
    address: state.address.unicode,
    problem: problemIn(state.lanes),
  })
}

/** Brings what came of the test into sight, as far as it is not. */
function useVerdictInSight(place: { readonly current: HTMLElement | null }, step: TestedStep['step']): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === 'test' && step === 'result') {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
      place.current?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
    }
    before.current = step
  }, [place, step])
}

/** The sign-in, folded into one line. */
function SignedIn({ state }: { readonly state: TestedStep }) {
  const { t, language } = useWords()
  const hosts = [...new Set(signInRecord(state).withPassword.map(({ host }) => host))]
  return (
    <p className={styles.signedIn}>
      <Icon name="lock" /> {t(`sign-in.folded.${signedInWith(state)}`, { hosts: listOf(hosts, language) })}
    </p>
  )
}

/** What leads away from a test. */
export function TestAside({ state }: TestScreenProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  if (state.step === 'test') return null
  return (
    <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'servers-wanted', protocol: null })}>
      {t('result.to-settings')}
    </Button>
  )
}

/** What leads on from it. */
export function TestActions({ state }: TestScreenProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  if (state.step === 'result') return <ResultActions state={state} />
  return <Button onClick={() => wizard.live.stop()}>{t('test.stop')}</Button>
}

/** What a result adds to the lanes it came from. */
function AfterLanes({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { view } = useView()
  const { wizard } = useTools()
  const summary = outcomeOf(state)
  return (
    <>
      {summary === 'left' && <ServiceSettings services={settingsIn(state.lanes)} />}
      {summary === 'problem' && <WhereTo state={state} what="part" />}
      {state.before !== undefined && (
        <NetworkComparison before={state.before} network={state.network ?? ''} lanes={state.lanes} />
      )}
      {state.saved !== undefined && <SinceLastTest account={state.saved.account} lanes={state.lanes} />}
      {summary === 'works' && <ArrivalSection setupId={state.setupId} />}
      <div className={styles.further}>
        <SaveReportButton state={state} />
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'report-wanted' })}>
          {t('report.compare-button')}
        </Button>
        {(summary === 'problem' || view === 'technician') && (
          <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'explain-wanted' })}>
            {t('explain.open')}
          </Button>
        )}
      </div>
      <SavingNote state={state} />
    </>
  )
}

/** What went wrong: first what several services may have in common, once, with its one fix; then what is of one alone. */
function Causes({ state }: { readonly state: TestedStep }) {
  const results = state.lanes.flatMap(({ result }) => result ?? [])
  const own = results.flatMap((result) =>
    result.findings
      .filter((finding) => !isShareable(finding))
      .map((finding) => ({ finding, result, results: [result] })),
  )
  return [...sharedCauses(results, passwordsOf(state)), ...own].map((cause) => (
    <FindingPanel
      key={`${cause.finding.code} ${cause.finding.endpoint.protocol} ${cause.result.userName}`}
      cause={cause}
      state={state}
    />
  ))
}

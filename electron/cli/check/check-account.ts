import { arrivedMessage } from '#shared/arrival/arrived-message.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { monitoredAccount, untestedAccount, type MonitoredAccount } from '#shared/monitoring/monitored.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { proveEach } from '#cli/check/auth-option.ts'
import { mayTryPassword } from '#cli/check/ask-about-refusals.ts'
import { readCheckOptions, type CheckOptions } from '#cli/check/check-options.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import { confirmFound } from '#cli/check/confirm-found.ts'
import { openSaved } from '#cli/check/open-saved.ts'
import { planTestMessage } from '#cli/check/plan-test-message.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import { besideReport, writeReport, type CheckedAndSent } from '#cli/check/report-file.ts'
import { runTest } from '#cli/check/run-test.ts'
import { saveAccount } from '#cli/check/save-account.ts'
import { signInWithoutPassword } from '#cli/check/sign-in.ts'
import type { Invocation } from '#cli/command.ts'
import { discover, passwordEndIn } from '#cli/discover.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { arrivalText } from '#cli/output/arrival-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { oauthJson, oauthText } from '#cli/output/oauth-output.ts'
import { monitored } from '#cli/output/monitoring.ts'
import { createStyle } from '#cli/output/style.ts'
import { present } from '#cli/present.ts'
import { print, printJson } from '#cli/terminal.ts'

/** The course of the wizard in a terminal: confirm or open, authorize, test, save. */
export function checkAccount(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  return monitored(invocation, (inner, tell) => checkAndTell(useCases, inner, tell))
}

async function checkAndTell(
  useCases: UseCases,
  invocation: Invocation,
  tell: (account: () => MonitoredAccount) => void,
): Promise<ExitStatus> {
  const { t } = invocation.translator
  const options = await readCheckOptions(invocation)
  const begin = options.way === 'saved' ? openSaved : confirmFound
  const subject = await begin(useCases, options, invocation)
  if (subject === null) return EXIT.problem
  if (!(await mayTryPassword(useCases, subject, options, invocation))) return EXIT.problem
  const unauthorized = await authorize(useCases, subject, options, invocation)
  if (unauthorized !== null) {
    const { code, facts } = unauthorized
    tell(() => untestedAccount(subject.address.unicode, code, codeWords(code, t, facts).title))
    return tellUnauthorized(unauthorized, subject, invocation)
  }
  const message = planTestMessage(subject, options, invocation)
  const credential = await readCredential(subject, options, invocation)
  const { setupId, protocols, address } = subject
  const beside = besideReport(options.reportFile, invocation)
  const { auth, expert } = options
  const request = { setupId, credential, sending: null, protocols, message, expert }
  const result = await runTest(useCases, request, address.unicode, beside)
  const passwordEnds = await passwordEndFor(useCases, subject, result, invocation)
  tell(() => monitoredAccount(result, t, { passwordEnds }))
  const mechanisms = await proveEach(useCases, setupId, auth, beside)
  const arrival = await arrivalOf(useCases, setupId, result, invocation)
  const checked = { result, arrival, mechanisms, lastProved: subject.saved?.account.provedAt ?? null }
  if ((await tellChecked(checked, options, beside, invocation)) === 'failed') return EXIT.broken
  const saved = options.save === 'leave' ? 'left' : await saveAccount(useCases, setupId, result, invocation)
  return result.verdict === 'ok' && saved !== 'not-saved' ? EXIT.proved : EXIT.problem
}

/** The day on which the provider ends passwords, where one was used. */
async function passwordEndFor(
  useCases: UseCases,
  { address }: CheckSubject,
  { endpoints }: CheckResult,
  { terminal }: Invocation,
): Promise<string | null> {
  if (endpoints.every(({ signIn }) => signIn !== 'password')) return null
  return passwordEndIn(await discover(useCases, address, 'leave-alone', terminal.signal))
}

/** What keeps a token from being there where one is used; `null` where nothing does. */
async function authorize(
  useCases: UseCases,
  { setupId, saved }: CheckSubject,
  { signIn }: CheckOptions,
  invocation: Invocation,
): Promise<OAuthFinding | null> {
  return signIn === null
    ? (saved?.finding ?? null)
    : signInWithoutPassword(useCases, setupId, signIn, invocation)
}

function tellUnauthorized(
  finding: OAuthFinding,
  { address }: CheckSubject,
  { terminal, translator: { t }, json, colors }: Invocation,
): ExitStatus {
  if (json) printJson(terminal, oauthJson(address.unicode, finding, t))
  else print(terminal, oauthText(finding, t, createStyle(colors)))
  return EXIT.problem
}

/** What the message that arrived proves; `null` where none did, or where its headers were not to be had. */
async function arrivalOf(
  useCases: UseCases,
  setupId: string,
  { endpoints }: CheckResult,
  { terminal: { signal } }: Invocation,
): Promise<ArrivalReport | null> {
  if (arrivedMessage(endpoints) === null || signal.aborted) return null
  for await (const report of useCases.arrival(setupId, null, signal)) return present(report)
  return null
}

/** @param beside where results are printed while the report has standard output to itself */
async function tellChecked(
  checked: CheckedAndSent,
  { reportFile }: CheckOptions,
  beside: Invocation,
  invocation: Invocation,
): Promise<'written' | 'failed'> {
  const { result, arrival, mechanisms } = checked
  const { terminal, translator, json, colors } = invocation
  const reported = reportFile === null ? 'written' : await writeReport(reportFile, checked, invocation)
  if (json) printJson(terminal, checkJson(result, translator.t, { arrival, mechanisms }))
  else {
    const messages = adminMessagesText(result, translator.t)
    if (messages !== null) print(beside.terminal, messages)
    if (arrival !== null) print(beside.terminal, arrivalText(arrival, translator.t, createStyle(colors)))
  }
  return reported
}

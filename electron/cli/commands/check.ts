import type { CheckResult } from '#shared/domain/check-result.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { doorOf, noteRefusals } from '#engine/accounts/note-refusals.ts'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { placeForPassword, passwordOf, sayIfUnsaved } from '#cli/check/ask-about-refusals.ts'
import { readAddress } from '#cli/address.ts'
import { arrivalOfCheck } from '#cli/check/arrival-of-check.ts'
import { identityFor, requireOneWay } from '#cli/check/credential-for.ts'
import { planSaved, planSubject } from '#cli/check/plan-subject.ts'
import { planTestMessage } from '#cli/check/plan-test-message.ts'
import { keptForSending } from '#cli/check/saved-account.ts'
import { readSave, saveAccount } from '#cli/check/save-account.ts'
import { readSignIn } from '#cli/check/sign-in.ts'
import { besideReport, readReportFile, writeReport } from '#cli/check/report-file.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { EXIT } from '#cli/exit-status.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { arrivalText } from '#cli/output/arrival-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { oauthJson, oauthText } from '#cli/output/oauth-output.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { terminalPorts } from '#cli/terminal-ports.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const checkCommand: Command = {
  name: 'check',
  usage: `check <address> [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]] [--user NAME]
        [--protocols smtp,imap,pop3] [--password-stdin | --token-stdin | --no-login | --saved |
        --sign-in browser|device [--client-id ID] [--issuer URL]]
        [--accept-discovered] [--insist] [--send-test] [--save] [--report FILE|-] [--json]`,
  summary: 'test the servers of an account live; SEC is tls, starttls or none',
  options: {
    imap: text,
    pop3: text,
    smtp: text,
    'smtp-no-login': flag,
    user: text,
    protocols: text,
    'password-stdin': flag,
    'token-stdin': flag,
    'no-login': flag,
    saved: flag,
    'sign-in': text,
    'client-id': text,
    issuer: text,
    'accept-discovered': flag,
    insist: flag,
    'send-test': flag,
    save: flag,
    report: text,
  },
  run: async (invocation) => {
    const { values, terminal, translator, system, json, look } = invocation
    const address = readAddress(invocation)
    const reportFile = await readReportFile(invocation)
    const signIn = readSignIn(invocation)
    if (signIn !== null) requireOneWay(values)
    const wish = readSave(invocation)
    const ports = terminalPorts(system)
    const planned = values['saved'] === true ? await planSaved(address, ports, invocation) : null
    const subject = planned ?? (await planSubject(address, ports, invocation))
    if (subject === null) return EXIT.problem
    const { services, provider } = subject
    const refusals = createRefusalFile(ports.accountsPath, ports.probe.clock)
    const password = passwordOf(subject, signIn, values)
    const place = password === null ? null : await placeForPassword(services, password, refusals, invocation)
    if (password !== null && place === null) return EXIT.problem
    const identity = await identityFor(signIn, { ...subject, address }, ports, invocation)
    if (!identity.ok) {
      await place?.release()
      if (json) printJson(terminal, oauthJson(address.unicode, identity.error, translator.t))
      else print(terminal, oauthText(identity.error, translator.t, createStyle(look)))
      return EXIT.problem
    }
    const testMessage = await planTestMessage(invocation, address.ascii, services, provider)
    const request = {
      address: address.unicode,
      services,
      credential: identity.value.credential,
      sendingCredential: await keptForSending(subject.saved, ports, invocation),
      provider,
      testMessage,
    }
    const events = runCheck({ ...request, signal: terminal.signal }, ports.probe)
    const watched = noteRefusals(
      events,
      refusals,
      () => password,
      () => Promise.resolve(place),
    )
    const beside = besideReport(reportFile, invocation)
    const result = await watchCheck(beside, address.unicode, watched)
    sayIfUnsaved(await refusals.standing(services.map(doorOf)), invocation)
    const arrival = await arrivalOfCheck(result, { address, provider }, ports.probe, terminal.signal)
    const reported =
      reportFile === null ? 'written' : await writeReport(reportFile, { result, arrival }, invocation)
    if (json) printJson(terminal, checkJson(result, translator.t, arrival))
    else {
      printMessages(result, beside)
      if (arrival !== null)
        print(beside.terminal, arrivalText(arrival, translator.t, createStyle(invocation.look)))
    }
    if (reported === 'failed') return EXIT.broken
    const proved = { subject, address, identity: identity.value, result }
    if (wish === 'save' && (await saveAccount(proved, ports, invocation)) === 'not-saved') return EXIT.problem
    return result.verdict === 'ok' ? EXIT.proved : EXIT.problem
  },
}

function printMessages(result: CheckResult, { terminal, translator }: Invocation): void {
  const messages = adminMessagesText(result, translator.t)
  if (messages !== null) print(terminal, messages)
}

/** Runs the check, telling its progress as it happens. */
async function watchCheck(
  { terminal, translator, look, json }: Invocation,
  address: string,
  events: AsyncIterable<TestEvent>,
): Promise<CheckResult> {
  const style = createStyle(look)
  for await (const event of events) {
    const progress = progressLine(event, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (event.type === 'result' && !json)
      print(terminal, resultText(event.result, address, translator.t, style))
    if (event.type === 'done') return event.result
  }
  throw new Error('the check ended without a result')
}

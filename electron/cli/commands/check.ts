import type { CheckResult } from '#shared/domain/check-result.ts'
import { runCheck, type CheckRequest } from '#engine/check/run-check.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { readAddress } from '#cli/address.ts'
import { advise, adviseOnSignIn } from '#cli/check/advise.ts'
import { arrivalOfCheck } from '#cli/check/arrival-of-check.ts'
import { confirmServices } from '#cli/check/confirm-services.ts'
import { planServices, readEndpoints, readProtocols, readSmtpSignIn } from '#cli/check/plan-services.ts'
import { planTestMessage } from '#cli/check/plan-test-message.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import { readReportFile, writeReport } from '#cli/check/report-file.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { arrivalText } from '#cli/output/arrival-text.ts'
import { checkJson } from '#cli/output/check-json.ts'
import { progressLine, resultText } from '#cli/output/check-text.ts'
import { adminMessagesText } from '#cli/output/admin-messages-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { terminalPorts } from '#cli/terminal-ports.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const checkCommand: Command = {
  name: 'check',
  usage: `check <address> [--imap H:P:SEC] [--pop3 H:P:SEC] [--smtp H:P:SEC [--smtp-no-login]] [--user NAME]
        [--protocols smtp,imap,pop3] [--password-stdin | --token-stdin | --no-login]
        [--accept-discovered] [--send-test] [--report FILE] [--json]`,
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
    'accept-discovered': flag,
    'send-test': flag,
    report: text,
  },
  run: async (invocation) => {
    const { values, terminal, translator, system, json } = invocation
    const address = readAddress(invocation)
    const reportFile = await readReportFile(invocation)
    const explicit = readEndpoints(values)
    advise(explicit, invocation)
    const smtpSignIn = readSmtpSignIn(values)
    const protocols = readProtocols(typeof values['protocols'] === 'string' ? values['protocols'] : null)
    const ports = terminalPorts(system)
    const allGiven =
      explicit.length > 0 &&
      (protocols ?? []).every((name) => explicit.some(({ protocol }) => protocol === name))
    const network = allGiven ? 'leave-alone' : 'ask'
    const discovery = await discover(address, ports, { network }, terminal.signal)
    const userName = typeof values['user'] === 'string' ? values['user'] : null
    const planned = planServices(
      { explicit, smtpSignIn, protocols, userName, address: address.ascii },
      discovery,
    )
    if (planned.length === 0)
      throw new UsageError('no server is known for this address: give --imap, --pop3 or --smtp')
    const services = await confirmServices(planned, address, invocation)
    if (services === null) return EXIT.problem
    adviseOnSignIn(discovery, invocation)
    const credential = await readCredential(invocation, address.unicode, services)
    const testMessage = await planTestMessage(invocation, address.ascii, services)
    const provider = discovery.provider === null ? null : ports.providerById(discovery.provider.id)
    const request = { address: address.unicode, services, credential, provider, testMessage }
    const result = await watchCheck(invocation, { ...request, signal: terminal.signal }, ports.probe)
    const arrival = await arrivalOfCheck(result, { address, provider }, ports.probe, terminal.signal)
    const reported =
      reportFile === null ? 'written' : await writeReport(reportFile, { result, arrival }, invocation)
    if (json) printJson(terminal, checkJson(result, translator.t, arrival))
    else {
      printMessages(result, invocation)
      if (arrival !== null) print(terminal, arrivalText(arrival, translator.t, createStyle(invocation.look)))
    }
    if (reported === 'failed') return EXIT.broken
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
  request: CheckRequest,
  tools: ProbeTools,
): Promise<CheckResult> {
  const style = createStyle(look)
  for await (const event of runCheck(request, tools)) {
    const progress = progressLine(event, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (event.type === 'result' && !json) print(terminal, resultText(event.result, translator.t, style))
    if (event.type === 'done') return event.result
  }
  throw new Error('the check ended without a result')
}

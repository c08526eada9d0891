import type { CheckResult } from '#shared/domain/check-result.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { doorOf, noteRefusals } from '#engine/accounts/note-refusals.ts'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { mayTryPassword } from '#cli/check/ask-about-refusals.ts'
import { readAddress } from '#cli/address.ts'
import { advise } from '#cli/check/advise.ts'
import { confirmServices } from '#cli/check/confirm-services.ts'
import { planServices, readEndpoints, readProtocols, readSmtpSignIn } from '#cli/check/plan-services.ts'
import { planTestMessage } from '#cli/check/plan-test-message.ts'
import { readCredential } from '#cli/check/read-credential.ts'
import { readReportFile, writeReport } from '#cli/check/report-file.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
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
        [--accept-discovered] [--insist] [--send-test] [--report FILE] [--json]`,
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
    insist: flag,
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
    const refusals = createRefusalFile(ports.accountsPath, ports.probe.clock)
    const standing = await refusals.standing(services.map(doorOf))
    const isAsked = values['no-login'] !== true && services.some(({ signIn }) => signIn === 'password')
    if (isAsked && !(await mayTryPassword(standing, invocation))) return EXIT.problem
    const credential = await readCredential(invocation, address.unicode, services)
    const testMessage = await planTestMessage(invocation, address.ascii, services)
    const provider = discovery.provider === null ? null : ports.providerById(discovery.provider.id)
    const request = { address: address.unicode, services, credential, provider, testMessage }
    const events = noteRefusals(
      runCheck({ ...request, signal: terminal.signal }, ports.probe),
      refusals,
      () => 'typed',
    )
    const result = await watchCheck(invocation, events)
    const reported = reportFile === null ? 'written' : await writeReport(reportFile, result, invocation)
    if (json) printJson(terminal, checkJson(result, translator.t))
    else printMessages(result, invocation)
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
  events: AsyncIterable<TestEvent>,
): Promise<CheckResult> {
  const style = createStyle(look)
  for await (const event of events) {
    const progress = progressLine(event, translator.t, style)
    if (progress !== null) say(terminal, progress)
    if (event.type === 'result' && !json) print(terminal, resultText(event.result, translator.t, style))
    if (event.type === 'done') return event.result
  }
  throw new Error('the check ended without a result')
}

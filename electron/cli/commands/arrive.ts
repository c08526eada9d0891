import { isAligned } from '#shared/arrival/aligned.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { readAddress } from '#cli/address.ts'
import { readMessageFile } from '#cli/arrive/message-file.ts'
import { readEndpoints } from '#cli/check/plan-services.ts'
import { valued } from '#cli/command-option.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { arrivalJson, messageJson } from '#cli/output/arrival-json.ts'
import { arrivalText, unprovedText } from '#cli/output/arrival-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

export const arriveCommand: Command = {
  name: 'arrive',
  usage: 'arrive <address> [--smtp H:P:SEC] [--message FILE] [--json]',
  summary: 'cli.summary.arrive',
  options: { smtp: valued('H:P:SEC', 'cli.option.smtp'), message: valued('FILE', 'cli.option.message') },
  examples: [
    { line: 'arrive anna@example.org', text: 'cli.example.arrive' },
    { line: 'arrive anna@example.org --message arrived.eml', text: 'cli.example.arrive-message' },
  ],
  run: async (invocation) => {
    const { terminal, translator, system, json, colors } = invocation
    const address = readAddress(invocation)
    const message = await readMessage(invocation.values['message'], address)
    const unproved = unprovedText(message, translator.t)
    if (unproved !== null) say(terminal, unproved)
    const report = await withEngine(system, (useCases) => askAbout(useCases, address, message, invocation))
    if (json)
      printJson(terminal, {
        schema: 1,
        address: address.unicode,
        ...arrivalJson(report, translator.t),
        ...(message === null ? {} : { message: messageJson(message) }),
      })
    else print(terminal, arrivalText(report, translator.t, createStyle(colors)))
    return report.verdict === 'ok' ? EXIT.proved : EXIT.problem
  },
}

/** @throws UsageError for a message from another domain: it says nothing about this one */
async function readMessage(
  file: string | boolean | undefined,
  { domain }: EmailAddress,
): Promise<MessageFacts | null> {
  if (typeof file !== 'string') return null
  const message = await readMessageFile(file)
  if (message.fromDomain !== null && !isAligned(message.fromDomain, domain.ascii))
    throw new UsageError('cli.usage.other-domain', { file, from: message.fromDomain, domain: domain.ascii })
  return message
}

/** The server that was given, or the best that was found; without any the records alone are looked at. */
async function askAbout(
  useCases: UseCases,
  address: EmailAddress,
  message: MessageFacts | null,
  { values, terminal, translator }: Invocation,
): Promise<ArrivalReport> {
  const [given] = readEndpoints({ smtp: values['smtp'] })
  say(terminal, translator.t('arrival.cli-busy', { domain: address.domain.unicode }))
  const { candidates, provider } = await discover(useCases, address, 'ask', terminal.signal)
  const found = candidates.find(({ endpoint, trust }) => endpoint.protocol === 'smtp' && trust !== 'guess')
  const request = {
    domain: address.domain,
    smtpHost: given?.host ?? found?.endpoint.host ?? null,
    providerId: provider?.id ?? null,
    message,
  }
  return useCases.arrivalOfDomain(request, terminal.signal)
}

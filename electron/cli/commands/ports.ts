import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { parseHostName } from '#shared/domain/host-name.ts'
import { firewallRequest } from '#shared/report/firewall-request.ts'
import { letterText } from '#shared/report/letter.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { readAddress } from '#cli/address.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { portsJson } from '#cli/output/ports-json.ts'
import { portsText } from '#cli/output/ports-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** As many hosts as a person wants to read about. */
const MOST_HOSTS = 6

export const portsCommand: Command = {
  name: 'ports',
  usage: 'ports <host-or-address> [--json]',
  summary: 'cli.summary.ports',
  options: {},
  examples: [{ line: 'ports imap.example.org', text: 'cli.example.ports' }],
  run: async (invocation) => {
    const { terminal, translator, system, json, colors } = invocation
    const report = await withEngine(system, (useCases) => survey(useCases, invocation))
    if (json) printJson(terminal, portsJson(report, translator.t))
    else print(terminal, portsText(report, translator.t, createStyle(colors)))
    const request = firewallRequest(report.endpoints, translator.t, report.surveyedAt)
    if (!json && request !== null)
      print(terminal, `\n${translator.t('firewall.title')}:\n\n${letterText(request, translator.t)}`)
    return report.endpoints.some(({ state }) => state === 'open') ? EXIT.proved : EXIT.problem
  },
}

async function survey(useCases: UseCases, invocation: Invocation): Promise<SurveyReport> {
  const { terminal, translator, positionals } = invocation
  const hosts = await hostsOf(useCases, invocation)
  say(terminal, translator.t('ports.checking', { hosts: hosts.join(', ') }))
  const [text = ''] = positionals
  const address = parseEmailAddress(text).ok ? text : ''
  return useCases.surveyHosts({ hosts, address }, terminal.signal)
}

/** A host as it is; for an address the hosts that were found, or the usual names where nothing was. */
async function hostsOf(useCases: UseCases, invocation: Invocation): Promise<readonly string[]> {
  const { positionals, terminal } = invocation
  const [text = ''] = positionals
  if (!parseEmailAddress(text).ok) {
    const host = parseHostName(text)
    if (positionals.length !== 1 || !host.ok || text.includes('@')) throw new UsageError('cli.usage.one-host')
    return [host.value.ascii]
  }
  const { candidates } = await discover(useCases, readAddress(invocation), 'ask', terminal.signal)
  const hosts = [...new Set(candidates.map(({ endpoint }) => endpoint.host))].slice(0, MOST_HOSTS)
  if (hosts.length === 0) throw new UsageError('cli.usage.give-host')
  return hosts
}

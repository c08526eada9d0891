import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { parseHostName } from '#shared/domain/host-name.ts'
import { firewallRequest } from '#shared/report/firewall-request.ts'
import { reportSurvey } from '#shared/survey/survey-report.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'
import { readAddress } from '#cli/address.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { portsJson } from '#cli/output/ports-json.ts'
import { portsText } from '#cli/output/ports-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { terminalPorts } from '#cli/terminal-ports.ts'

/** As many hosts as a person wants to read about. */
const MOST_HOSTS = 6

export const portsCommand: Command = {
  name: 'ports',
  usage: 'ports <host-or-address> [--json]',
  summary: 'look at every usual mail port of a host, or of the hosts for an address; nobody signs in',
  options: {},
  run: async (invocation) => {
    const { terminal, translator, system, json, look } = invocation
    const ports = terminalPorts(system)
    const hosts = await hostsOf(invocation, ports)
    say(terminal, translator.t('ports.checking', { hosts: hosts.join(', ') }))
    const address = parseEmailAddress(invocation.positionals[0] ?? '').ok
      ? (invocation.positionals[0] ?? '')
      : ''
    const survey = await surveyPorts(hosts, address, ports.probe, terminal.signal)
    const date = ports.probe.clock.date().toISOString().slice(0, 10)
    const report = reportSurvey(survey, address, date)
    if (json) printJson(terminal, portsJson(report, translator.t))
    else print(terminal, portsText(report, translator.t, createStyle(look)))
    const request = firewallRequest(report.doors, translator.t)
    if (!json && request !== null) print(terminal, `\n${translator.t('firewall.title')}:\n\n${request}`)
    return report.doors.some(({ state }) => state === 'open') ? EXIT.proved : EXIT.problem
  },
}

/** A host as it is; for an address the hosts that were found, or the usual names where nothing was. */
async function hostsOf(invocation: Invocation, ports: EnginePorts): Promise<readonly string[]> {
  const { positionals, terminal } = invocation
  const [text = ''] = positionals
  if (!parseEmailAddress(text).ok) {
    const host = parseHostName(text)
    if (positionals.length !== 1 || !host.ok || text.includes('@'))
      throw new UsageError('exactly one host or address is needed')
    return [host.value.ascii]
  }
  const { candidates } = await discover(readAddress(invocation), ports, { network: 'ask' }, terminal.signal)
  const hosts = [...new Set(candidates.map(({ endpoint }) => endpoint.host))].slice(0, MOST_HOSTS)
  if (hosts.length === 0) throw new UsageError('no server is known for this address: give a host')
  return hosts
}

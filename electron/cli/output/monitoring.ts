import { Writable } from 'node:stream'
import { junitXml } from '#shared/monitoring/junit.ts'
import type { MonitoredAccount } from '#shared/monitoring/monitored.ts'
import { nagiosReport, type NagiosState } from '#shared/monitoring/nagios.ts'
import { prometheusText } from '#shared/monitoring/prometheus.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print } from '#cli/terminal.ts'

export const MONITORING_FORMATS = ['prometheus', 'nagios', 'junit'] as const
type MonitoringFormat = (typeof MONITORING_FORMATS)[number]

/** What a plug-in of Nagios ends with, which is not what a command ends with elsewhere. */
const NAGIOS_STATUS: Readonly<Record<NagiosState, ExitStatus>> = {
  OK: 0,
  WARNING: 1,
  CRITICAL: 2,
  UNKNOWN: 3,
}

/**
 * `--format`: what came of the tests, for a monitoring system, in place of the words for a person.
 * @param work tests, and tells each account that it is done with; what comes of it is made where it is printed
 */
export async function monitored(
  invocation: Invocation,
  work: (inner: Invocation, tell: (account: () => MonitoredAccount) => void) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const format = readFormat(invocation)
  if (format === null) return work(invocation, () => {})
  const accounts: MonitoredAccount[] = []
  const { terminal } = invocation
  const status = await work({ ...invocation, terminal: { ...terminal, results: swallowing() } }, (account) =>
    accounts.push(account()),
  )
  return printAccounts(format, accounts, status, invocation)
}

/** Whether this command line is the one of a plug-in: to Nagios, one that makes no sense is in an unknown state. */
export function endsAsPlugIn(args: readonly string[]): boolean {
  return args.some(
    (word, at) => word === '--format=nagios' || (word === '--format' && args[at + 1] === 'nagios'),
  )
}

function printAccounts(
  format: MonitoringFormat,
  accounts: readonly MonitoredAccount[],
  status: ExitStatus,
  { terminal, translator }: Invocation,
): ExitStatus {
  const now = new Date()
  if (format === 'nagios') {
    const { state, text } = nagiosReport(accounts, now, translator.t)
    print(terminal, text.trimEnd())
    return NAGIOS_STATUS[state]
  }
  const text = format === 'junit' ? junitXml(accounts, now) : prometheusText(accounts, now)
  print(terminal, text.trimEnd())
  return status
}

function readFormat({ values, json }: Invocation): MonitoringFormat | null {
  const given = values['format']
  if (given === undefined) return null
  const format = MONITORING_FORMATS.find((known) => known === given)
  if (format === undefined)
    throw new UsageError('cli.usage.format', { formats: MONITORING_FORMATS.join(', ') })
  if (json) throw new UsageError('cli.usage.only-one', { options: '--json, --format' })
  if (values['report'] === '-')
    throw new UsageError('cli.usage.only-one', { options: '--report -, --format' })
  return format
}

function swallowing(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

import { isUp, type MonitoredAccount, type MonitoredService } from '#shared/monitoring/monitored.ts'

/** What a plug-in ends with, by the guidelines of the Monitoring Plugins project. */
export const NAGIOS_STATES = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const
export type NagiosState = (typeof NAGIOS_STATES)[number]

/** A certificate that ends this soon is to be looked after. */
const DAYS_BEFORE_END = 30
const DAY_SECONDS = 86_400

export interface NagiosReport {
  readonly state: NagiosState
  readonly text: string
}

/**
 * One line for the overview with the figures after a bar, then a line for each service. A bar in a text would begin the
 * figures, and a line break the next line: both become a space.
 */
export function nagiosReport(accounts: readonly MonitoredAccount[], now: Date): NagiosReport {
  const state = worst(accounts.map((account) => stateOf(account, now)))
  const figures = accounts.flatMap(({ address, services }) =>
    services.map(({ endpoint, seconds }) => `${label(`${address} ${endpoint.protocol}`)}=${seconds}s;;;0`),
  )
  const first = `MAILWRIGHT ${state} - ${accounts.map(summary).join(', ')}`
  const lines = accounts.flatMap(({ address, services }) =>
    services.map(
      ({ endpoint: { protocol, host, port }, code, title }) =>
        `${address} ${protocol} ${host}:${port}: ${title} [${code}]`,
    ),
  )
  const text = [
    `${plain(first)}${figures.length === 0 ? '' : ` | ${figures.join(' ')}`}`,
    ...lines.map(plain),
  ]
  return { state, text: `${text.join('\n')}\n` }
}

function stateOf(account: MonitoredAccount, now: Date): NagiosState {
  const { services } = account
  if (services.length === 0) return 'UNKNOWN'
  if (!isUp(account)) return 'CRITICAL'
  const isWarned = services.some((service) => service.verdict === 'warning' || endsSoon(service, now))
  return isWarned ? 'WARNING' : 'OK'
}

function endsSoon({ certificateEnds }: MonitoredService, now: Date): boolean {
  return certificateEnds !== null && certificateEnds - now.getTime() / 1_000 < DAYS_BEFORE_END * DAY_SECONDS
}

/** The state that wants a look first: one that is broken goes before one that could not be looked at. */
function worst(states: readonly NagiosState[]): NagiosState {
  const order: readonly NagiosState[] = ['CRITICAL', 'UNKNOWN', 'WARNING', 'OK']
  return order.find((state) => states.includes(state)) ?? 'UNKNOWN'
}

function summary(account: MonitoredAccount): string {
  const { address, title, code } = account
  return isUp(account) ? `${address} ${title}` : `${address} ${title} [${code}]`
}

function plain(text: string): string {
  return text.replaceAll(/[|\r\n]/g, ' ')
}

/** The name of a figure: quoted, without an equals sign, a quote doubled. */
function label(text: string): string {
  return `'${plain(text).replaceAll('=', ' ').replaceAll("'", "''")}'`
}

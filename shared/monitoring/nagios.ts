import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { isUp, type MonitoredAccount, type MonitoredService } from '#shared/monitoring/monitored.ts'

/** What a plug-in ends with, by the guidelines of the Monitoring Plugins project. */
export const NAGIOS_STATES = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const
export type NagiosState = (typeof NAGIOS_STATES)[number]

/** A certificate, or a way to sign in, that ends this soon is to be looked after. */
const DAYS_BEFORE_END = 30
const DAY_SECONDS = 86_400

/** More than this many are told by their number. */
const MOST_ACCOUNTS = 20
/** Characters of the line about one of them. */
const MOST_LINE = 300

export interface NagiosReport {
  readonly state: NagiosState
  readonly text: string
}

/**
 * One line for the overview with the figures after a bar, then a line for each service. A bar in a text would begin the
 * figures, and a line break the next line: both become a space.
 */
export function nagiosReport(accounts: readonly MonitoredAccount[], now: Date, t: Translate): NagiosReport {
  const state = worst(accounts.map((account) => stateOf(account, now)))
  if (accounts.length > MOST_ACCOUNTS) return { state, text: fleetText(state, accounts, now, t) }
  const figures = accounts.flatMap(({ address, services }) =>
    services.flatMap(({ endpoint, seconds }) =>
      seconds === null ? [] : [`${label(`${address} ${endpoint.protocol}`)}=${seconds}s;;;0`],
    ),
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
    ...accounts.flatMap((account) => remarks(account, now, t)).map(plain),
  ]
  return { state, text: `${text.join('\n')}\n` }
}

/**
 * Of many accounts there are the counts, and those that need a look: Nagios cuts off what is longer than 8 KiB, and a
 * person does not read it.
 */
function fleetText(
  state: NagiosState,
  accounts: readonly MonitoredAccount[],
  now: Date,
  t: Translate,
): string {
  const bad = accounts.filter((account) => stateOf(account, now) !== 'OK')
  const works = accounts.filter(isUp).length
  const all = accounts.length
  const first = `MAILWRIGHT ${state} - ${plain(t('monitoring.fleet', { works, accounts: all }))}`
  const figures = `works=${works};;;0;${all} fails=${all - works};;;0;${all}`
  const shown = bad.slice(0, MOST_ACCOUNTS).map(summary)
  const rest = bad.length - shown.length
  const more = rest === 0 ? [] : [t('batch.more', { rest })]
  return `${[`${first} | ${figures}`, ...[...shown, ...more].map((line) => plain(line).slice(0, MOST_LINE))].join('\n')}\n`
}

function stateOf(account: MonitoredAccount, now: Date): NagiosState {
  const { services } = account
  if (services.length === 0) return 'UNKNOWN'
  if (!isUp(account)) return 'CRITICAL'
  const isWarned =
    account.changes.length > 0 ||
    passwordEndsSoon(account, now) ||
    services.some((service) => service.verdict === 'warning' || endsSoon(service, now))
  return isWarned ? 'WARNING' : 'OK'
}

function endsSoon({ certificateEnds }: MonitoredService, now: Date): boolean {
  return certificateEnds !== null && certificateEnds - now.getTime() / 1_000 < DAYS_BEFORE_END * DAY_SECONDS
}

/** On the day itself and after it, what the server says goes before what was announced. */
function passwordEndsSoon({ passwordEnds }: MonitoredAccount, now: Date): boolean {
  const left = passwordEnds === null ? -1 : passwordEnds - now.getTime() / 1_000
  return left > 0 && left < DAYS_BEFORE_END * DAY_SECONDS
}

/** What is to be known of an account beside its services. */
function remarks(account: MonitoredAccount, now: Date, t: Translate): readonly string[] {
  const { address, passwordEnds, changes } = account
  const ends =
    passwordEnds !== null && passwordEndsSoon(account, now)
      ? [t('monitoring.password-ends', { day: dayForReader(dayAt(passwordEnds)) ?? dayAt(passwordEnds) })]
      : []
  return [...ends, ...changes].map((text) => `${address}: ${text}`)
}

function dayAt(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 10)
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

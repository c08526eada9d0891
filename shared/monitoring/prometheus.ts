import { isGood } from '#shared/finding/check-result.ts'
import { isUp, type MonitoredAccount, type MonitoredService } from '#shared/monitoring/monitored.ts'

interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/**
 * The text format of Prometheus, version 0.0.4, as the node exporter reads it from a file. The code is a label of a
 * metric of its own, so that a change of code does not begin the others anew.
 */
export function prometheusText(accounts: readonly MonitoredAccount[], testedAt: Date): string {
  const each = (valueOf: (service: MonitoredService) => number | null) =>
    accounts.flatMap(({ address, services }) =>
      services.flatMap((service) => {
        const value = valueOf(service)
        return value === null ? [] : [{ labels: serviceLabels(address, service), value }]
      }),
    )
  return [
    ...metric(
      'mailwright_account_up',
      'Whether every service of the account works (1) or not (0).',
      accounts.map((account) => ({ labels: { address: account.address }, value: isUp(account) ? 1 : 0 })),
    ),
    ...metric(
      'mailwright_account_code_info',
      'The code of the account, OK where everything works.',
      accounts.map(({ address, code }) => ({ labels: { address, code }, value: 1 })),
    ),
    ...metric(
      'mailwright_account_password_end_timestamp_seconds',
      'The day on which the provider ends the passwords that the account signs in with.',
      accounts.flatMap(({ address, passwordEnds }) =>
        passwordEnds === null ? [] : [{ labels: { address }, value: passwordEnds }],
      ),
    ),
    ...metric(
      'mailwright_service_up',
      'Whether the service works, by a live test (1) or not (0).',
      each(({ verdict }) => (isGood(verdict) ? 1 : 0)),
    ),
    ...metric(
      'mailwright_service_code_info',
      'The code of the service, OK where it works.',
      accounts.flatMap(({ address, services }) =>
        services.map((service) => ({
          labels: { ...serviceLabels(address, service), code: service.code },
          value: 1,
        })),
      ),
    ),
    ...metric(
      'mailwright_service_test_seconds',
      'How long the test of the service took.',
      each(({ seconds }) => seconds),
    ),
    ...metric(
      'mailwright_service_certificate_end_timestamp_seconds',
      'The last moment the certificate of the server is valid.',
      each(({ certificateEnds }) => certificateEnds),
    ),
    ...metric('mailwright_tested_timestamp_seconds', 'When the tests ended.', [
      { labels: {}, value: Math.floor(testedAt.getTime() / 1_000) },
    ]),
    '',
  ].join('\n')
}

function serviceLabels(address: string, { endpoint }: MonitoredService): Readonly<Record<string, string>> {
  const { protocol, host, port, security } = endpoint
  return { address, protocol, host, port: String(port), security }
}

function metric(name: string, help: string, samples: readonly Sample[]): readonly string[] {
  if (samples.length === 0) return []
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...samples.map(({ labels, value }) => {
      const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`)
      return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
    }),
  ]
}

function escapeLabel(text: string): string {
  return text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)
}

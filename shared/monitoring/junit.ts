import { assertNever } from '#shared/outcome.ts'
import type { MonitoredAccount, MonitoredService } from '#shared/monitoring/monitored.ts'
import { escapeXml } from '#shared/text/xml.ts'

/** The XML of JUnit, as build servers read it: an account is a suite, a service a case. */
export function junitXml(accounts: readonly MonitoredAccount[], testedAt: Date): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${accounts
    .map((account) => suite(account, testedAt))
    .join('')}</testsuites>\n`
}

function suite({ address, code, title, services }: MonitoredAccount, testedAt: Date): string {
  const count = (verdict: MonitoredService['verdict']) =>
    services.filter((service) => service.verdict === verdict).length
  const wasTested = services.length > 0
  const attributes = {
    name: address,
    tests: wasTested ? services.length : 1,
    failures: count('failed'),
    errors: wasTested ? 0 : 1,
    skipped: count('skipped'),
    time: Math.max(0, ...services.map(({ seconds }) => seconds ?? 0)),
    timestamp: testedAt.toISOString().slice(0, 19),
  }
  const cases = wasTested
    ? services.map((service) => testCase(address, service))
    : [
        `    <testcase classname="${attribute(address)}" name="account" time="0">\n      <error message="${attribute(title)}" type="${code}"/>\n    </testcase>\n`,
      ]
  return `  <testsuite${attributesText(attributes)}>\n${cases.join('')}  </testsuite>\n`
}

function testCase(address: string, service: MonitoredService): string {
  const { protocol, host, port, security } = service.endpoint
  const attributes = {
    classname: address,
    name: `${protocol} ${host}:${port}:${security}`,
    time: service.seconds ?? 0,
  }
  const inner = outcome(service)
  const start = `    <testcase${attributesText(attributes)}`
  return inner === '' ? `${start}/>\n` : `${start}>\n      ${inner}\n    </testcase>\n`
}

function outcome({ verdict, code, title, explanation }: MonitoredService): string {
  switch (verdict) {
    case 'ok':
      return ''
    case 'warning':
      return `<system-out>${escapeXml(possible(`${title} [${code}] ${explanation}`))}</system-out>`
    case 'skipped':
      return `<skipped message="${attribute(`${title} [${code}]`)}"/>`
    case 'failed':
      return `<failure message="${attribute(title)}" type="${code}">${escapeXml(possible(explanation))}</failure>`
    default:
      return assertNever(verdict)
  }
}

function attributesText(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${attribute(String(value))}"`)
    .join('')
}

function attribute(text: string): string {
  return escapeXml(possible(text))
}

/** Without what no XML document may hold, even escaped: control characters and lone surrogates. */
function possible(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

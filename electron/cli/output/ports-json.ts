import type { Translate } from '#shared/i18n/translator.ts'
import { firewallRequest } from '#shared/report/firewall-request.ts'
import type { PortReport } from '#shared/survey/port-report.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import { findingJson } from '#cli/output/check-json.ts'

/** The JSON of `ports`: a stable interface. */
export function portsJson({ endpoints: reports, conclusions, surveyedAt }: SurveyReport, t: Translate) {
  const request = firewallRequest(reports, t, surveyedAt)
  const hosts = [...new Set(reports.map(({ endpoint }) => endpoint.host))]
  return {
    schema: 1,
    hosts: hosts.map((host) => ({
      host,
      // The key of old: this interface is stable.
      doors: reports.filter(({ endpoint }) => endpoint.host === host).map(portJson),
    })),
    findings: conclusions.map((finding) => findingJson(finding, t)),
    request: request?.body ?? null,
    requestSubject: request?.subject ?? null,
  }
}

function portJson({ endpoint, address, state, code, tls, certificate, durationMs }: PortReport) {
  const { protocol, port, security } = endpoint
  return {
    protocol,
    port,
    security,
    family: address?.family ?? null,
    address: address?.address ?? null,
    state,
    code,
    tls,
    certificate:
      certificate === null
        ? null
        : {
            subject: certificate.subject,
            issuer: certificate.issuer,
            names: certificate.dnsNames,
            validFrom: certificate.validFrom,
            validTo: certificate.validTo,
            fingerprint: certificate.fingerprint,
          },
    durationMs,
  }
}

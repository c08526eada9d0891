import type { DoorReport } from '#shared/survey/door-report.ts'

/** The JSON of `ports`: a stable interface. */
export function portsJson(reports: readonly DoorReport[]) {
  const hosts = [...new Set(reports.map(({ endpoint }) => endpoint.host))]
  return {
    schema: 1,
    hosts: hosts.map((host) => ({
      host,
      doors: reports.filter(({ endpoint }) => endpoint.host === host).map(doorJson),
    })),
  }
}

function doorJson({ endpoint, address, state, code, tls, certificate, durationMs }: DoorReport) {
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

/** A service that takes the mail of a domain and has none of its mailboxes. */
export interface MailRelay {
  readonly name: string
  /** Suffixes of its MX hosts. */
  readonly mx: readonly string[]
}

/** They look at the mail of a domain and hand it on to the server with the mailboxes. */
export const MAIL_FILTERS: readonly MailRelay[] = [
  { name: 'Proofpoint', mx: ['pphosted.com', 'ppe-hosted.com', 'gpphosted.com'] },
  { name: 'Mimecast', mx: ['mimecast.com', 'mimecast.co.za'] },
  { name: 'Cisco Secure Email', mx: ['iphmx.com'] },
  { name: 'Barracuda', mx: ['barracudanetworks.com'] },
  { name: 'Trend Micro', mx: ['trendmicro.com', 'trendmicro.eu'] },
  { name: 'Symantec Email Security', mx: ['messagelabs.com'] },
  { name: 'Trellix', mx: ['fireeyecloud.com'] },
  { name: 'Sophos', mx: ['sophos.com'] },
  { name: 'Hornetsecurity', mx: ['hornetsecurity.com'] },
  { name: 'Forcepoint', mx: ['mailcontrol.com'] },
  { name: 'SpamExperts', mx: ['spamexperts.com', 'spamexperts.eu', 'spamexperts.net'] },
  { name: 'Jellyfish', mx: ['jellyfish.systems'] },
  { name: 'SecureMX', mx: ['securemx.jp'] },
]

/** They hand all mail on to mailboxes of other addresses. */
export const MAIL_FORWARDERS: readonly MailRelay[] = [
  { name: 'Cloudflare Email Routing', mx: ['mx.cloudflare.net'] },
  {
    name: 'Namecheap Email Forwarding',
    mx: [1, 2, 3, 4, 5].map((number) => `eforward${number}.registrar-servers.com`),
  },
  { name: 'ImprovMX', mx: ['improvmx.com'] },
  { name: 'Forward Email', mx: ['forwardemail.net'] },
  { name: 'mxrecord.io', mx: ['mxrecord.io'] },
]

export interface RelayMatch {
  readonly kind: 'filter' | 'forwarder'
  readonly name: string
  readonly mx: string
}

/**
 * The filter or forwarder at the most preferred of the MX hosts of a domain, `null` where there is none. Behind it in the
 * list it is only the spare one.
 */
export function relayByMx(hosts: readonly string[]): RelayMatch | null {
  const [mx] = hosts
  if (mx === undefined) return null
  const forwarder = relayAt(mx, MAIL_FORWARDERS)
  if (forwarder !== null) return { kind: 'forwarder', name: forwarder.name, mx }
  const filter = relayAt(mx, MAIL_FILTERS)
  return filter === null ? null : { kind: 'filter', name: filter.name, mx }
}

function relayAt(host: string, relays: readonly MailRelay[]): MailRelay | null {
  return relays.find(({ mx }) => mx.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))) ?? null
}

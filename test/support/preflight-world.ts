import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answer, Question } from 'dns-packet'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'
import { alias, mailExchanger, service } from './discovery/dns-records.ts'
import { startDnsServer, type DnsAnswer, type DnsServer } from './dns-server.ts'

/** Domains as companies have them, each `NAME<number>.test` and all with records alone. */
export const KINDS = [
  'microsoft',
  'microsoft-elsewhere',
  'google',
  'filtered',
  'own',
  'hosted',
  'silent-mx',
  'gone',
] as const
export type DomainKind = (typeof KINDS)[number]

export interface PreflightWorld {
  readonly folder: string
  readonly dns: DnsServer
  /** Told each question, `TYPE name`, before it is answered. */
  readonly onQuestion: (listener: (question: string) => void) => void
  /** Writes a file into the folder, and gives its path. */
  readonly write: (name: string, content: string) => Promise<string>
  /** The words that the command needs here. */
  readonly options: readonly string[]
  readonly stop: () => Promise<void>
}

export async function startPreflightWorld(): Promise<PreflightWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mailwright-preflight-'))
  let listener: (question: string) => void = () => {}
  const dns = await startDnsServer((question) => {
    listener(`${question.type} ${question.name}`)
    return recordOf(question)
  })
  return {
    folder,
    dns,
    onQuestion: (given) => (listener = given),
    write: async (name, content) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    options: ['--no-color', '--dns', dns.address],
    stop: async () => {
      await dns.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Domains of every kind in turn. */
export function domainNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${KINDS[index % KINDS.length] ?? ''}-${index}.test`)
}

/** The domain of the list that a name belongs to. */
export function domainOf(name: string): string {
  return name.split('.').slice(-2).join('.')
}

function recordOf({ type, name }: Question): DnsAnswer {
  const domain = domainOf(name)
  const kind = KINDS.toSorted((a, b) => b.length - a.length).find((one) => domain.startsWith(`${one}-`))
  const records = kind === undefined ? {} : RECORDS[kind](domain)
  return records[`${type} ${name}`] ?? 'NXDOMAIN'
}

const MICROSOFT = 'autodiscover.outlook.com'

/** By name, of one domain. */
const RECORDS: Readonly<Record<DomainKind, (domain: string) => Readonly<Record<string, DnsAnswer>>>> = {
  microsoft: (domain) => ({
    [`MX ${domain}`]: mailExchanger(domain, `${domain.replace('.', '-')}.mail.protection.outlook.com`),
    [`CNAME autodiscover.${domain}`]: alias(`autodiscover.${domain}`, MICROSOFT),
  }),
  // Its records still name the servers of the provider before.
  'microsoft-elsewhere': (domain) => ({
    [`MX ${domain}`]: mailExchanger(domain, `${domain.replace('.', '-')}.mail.protection.outlook.com`),
    [`SRV _imaps._tcp.${domain}`]: service(`_imaps._tcp.${domain}`, 993, 'imap.old-hoster.example.net'),
  }),
  google: (domain) => ({ [`MX ${domain}`]: mailExchanger(domain, 'aspmx.l.google.com') }),
  filtered: (domain) => ({
    [`MX ${domain}`]: mailExchanger(domain, `mx1.${domain.replace('.', '-')}.pphosted.com`),
    [`CNAME autodiscover.${domain}`]: alias(`autodiscover.${domain}`, MICROSOFT),
  }),
  own: (domain) => ({
    [`MX ${domain}`]: mailExchanger(domain, `mail.${domain}`),
    [`SRV _imaps._tcp.${domain}`]: service(`_imaps._tcp.${domain}`, 993, `mail.${domain}`),
    [`SRV _submissions._tcp.${domain}`]: service(`_submissions._tcp.${domain}`, 465, `mail.${domain}`),
  }),
  hosted: (domain) => ({ [`MX ${domain}`]: mailExchanger(domain, 'mx.small-hoster.example.net') }),
  // A null MX, and an old record all the same.
  'silent-mx': (domain) => ({
    [`MX ${domain}`]: mailExchanger(domain, '.'),
    [`SRV _imaps._tcp.${domain}`]: service(`_imaps._tcp.${domain}`, 993, `mail.${domain}`),
  }),
  gone: () => ({}),
}

/** The same records without a name server: each question is told, and answered in the next turn. */
export function scriptedResolver(onQuestion: (question: string) => void): Resolver {
  const ask =
    <T>(types: readonly string[], read: (answer: Answer) => T) =>
    async (name: string): Promise<Outcome<readonly T[], ResolverFault>> => {
      // As from a network: what is weakly held is let go of only between turns.
      await nextTurn()
      const found = types.flatMap((type) => {
        onQuestion(`${type} ${name}`)
        const records = recordOf({ type, name } as Question)
        return typeof records === 'string' ? [] : records
      })
      return found.length === 0 ? fail({ kind: 'name-not-found' }) : ok(found.map(read))
    }
  const mailRoutes = ask(['MX'], (answer) => {
    const { preference = 0, exchange = '' } = answer.type === 'MX' ? answer.data : {}
    return { host: exchange === '.' ? '' : exchange, preference }
  })
  const names = (type: 'CNAME' | 'NS' | 'PTR') =>
    ask([type], (answer) => (answer.type === type ? answer.data : ''))
  return {
    addresses: ask(['A', 'AAAA'], () => ({ address: '127.0.0.1', family: 4 })),
    services: ask(['SRV'], (answer) => {
      const { target = '', port = 0, priority = 0 } = answer.type === 'SRV' ? answer.data : {}
      return { host: target, port, priority }
    }),
    texts: ask(['TXT'], () => ''),
    nameServers: names('NS'),
    mailRoutes,
    mailExchangers: async (name) => {
      const routes = await mailRoutes(name)
      return routes.ok ? ok(routes.value.flatMap(({ host }) => (host === '' ? [] : [host]))) : routes
    },
    aliases: names('CNAME'),
    pointers: names('PTR'),
    pinnedUsages: ask(['TLSA'], () => 0),
  }
}

import type { MailHostFacts, MxFacts } from '#shared/arrival/facts.ts'
import { bad, good, notAsked, type Judgement, type Opinion } from '#shared/arrival/judgements/opinion.ts'
import type { DnsRecord } from '#shared/arrival/report.ts'
import { assertNever } from '#shared/outcome.ts'

/** Whether replies can be delivered: many receivers refuse mail from a domain that receives none. */
export const mxJudgement: Judgement = {
  subject: 'mx',
  judge: ({ domain, mx }) => {
    switch (mx.state) {
      case 'unasked':
        return notAsked()
      case 'null-mx':
        return bad('ARRIVE_MX_NULL', 'error', ['ask-provider', 'publish-record'], {
          records: [{ change: 'remove', name: domain, type: 'MX', value: '0 .' }],
        })
      case 'absent':
        return missing(mx)
      case 'hosts':
        return judgeHosts(domain, mx.hosts)
      default:
        return assertNever(mx.state)
    }
  },
}

function missing({ fallback }: MxFacts): Opinion {
  if (fallback.state === 'unasked') return notAsked()
  const found = fallback.state === 'found'
  return bad('ARRIVE_MX_MISSING', found ? 'warning' : 'error', ['ask-provider'], {
    facts: { fallback: found ? 'yes' : 'no' },
  })
}

function judgeHosts(domain: string, hosts: readonly MailHostFacts[]): Opinion {
  const literal = hosts.find(({ kind }) => kind === 'address')
  if (literal !== undefined)
    return bad('ARRIVE_MX_LITERAL', 'error', ['ask-provider'], { facts: { host: literal.host } })
  const dead = hosts.filter(({ addresses }) => addresses.state === 'absent')
  const [firstDead] = dead
  if (firstDead !== undefined)
    return bad(
      'ARRIVE_MX_UNRESOLVABLE',
      dead.length === hosts.length ? 'error' : 'warning',
      ['publish-record', 'ask-provider'],
      {
        facts: { host: firstDead.host },
        records: dead.map((one) => mxRecord('remove', domain, one, one.host)),
      },
    )
  const alias = hosts.find((one) => one.alias !== null)
  if (alias !== undefined)
    return bad('ARRIVE_MX_ALIAS', 'warning', ['publish-record'], {
      facts: { host: alias.host, alias: alias.alias ?? '' },
      records: [mxRecord('replace', domain, alias, alias.alias ?? alias.host)],
    })
  if (hosts.every(({ addresses }) => addresses.state === 'unasked')) return notAsked()
  return good({ count: hosts.length, host: hosts[0]?.host ?? '' })
}

function mxRecord(
  change: DnsRecord['change'],
  name: string,
  { preference }: MailHostFacts,
  host: string,
): DnsRecord {
  return { change, name, type: 'MX', value: `${preference} ${host}` }
}

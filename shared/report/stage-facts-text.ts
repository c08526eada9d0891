import type { StageEvent } from '#shared/domain/stage.ts'
import { assertNever } from '#shared/outcome.ts'

/** The facts of a stage in a technician's shorthand; names and numbers only, the same in every language. */
export function stageFactsText(event: StageEvent): string {
  const seen = factsOf(event)
  const fault = event.status === 'failed' ? [event.fault.kind] : []
  return [...seen, ...fault].filter((part) => part !== '').join(' · ')
}

function factsOf(event: StageEvent): readonly string[] {
  switch (event.stage) {
    case 'dns':
      return [...(event.facts.addresses ?? []).map(({ address }) => address), event.facts.why ?? '']
    case 'connect':
      return (event.facts.attempts ?? []).map(
        ({ address, outcome, tookMs }) =>
          `${address} ${outcome}${tookMs === undefined ? '' : ` ${Math.round(tookMs)} ms`}`,
      )
    case 'proxy':
      return [event.facts.proxy ?? '']
    case 'greeting':
      return [event.facts.serverSaid ?? '']
    case 'capabilities':
      return [(event.facts.capabilities ?? []).join(' ')]
    case 'starttls':
      return []
    case 'tls':
      return [event.facts.version ?? '', event.facts.cipher ?? '']
    case 'certificate':
      return [event.facts.certificate?.subject ?? '']
    case 'login':
      return [event.facts.method ?? '', event.facts.userName ?? '']
    case 'mailbox':
      return [
        event.facts.messages === undefined ? '' : String(event.facts.messages),
        event.facts.limitKb === undefined ? '' : `${event.facts.usedKb ?? 0} / ${event.facts.limitKb} KiB`,
      ]
    case 'send':
      return [event.facts.to ?? '']
    case 'arrive':
      return [event.facts.afterMs === undefined ? '' : `${event.facts.afterMs} ms`]
    default:
      return assertNever(event)
  }
}

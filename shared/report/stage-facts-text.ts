import type { StageEvent, StageFacts } from '#shared/domain/stage.ts'
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
      return [event.facts.method ?? '', event.facts.userName ?? '', event.facts.why ?? '']
    case 'mailbox':
      return mailboxFacts(event.facts)
    case 'send':
      return [event.facts.to ?? '', event.facts.how ?? '']
    case 'arrive':
      return [event.facts.afterMs === undefined ? '' : `${event.facts.afterMs} ms`]
    default:
      return assertNever(event)
  }
}

/** With the names IMAP has for them; `INBOX/…` shows how a folder inside another one is named. */
function mailboxFacts({
  messages,
  unseen,
  delimiter,
  usedKb = 0,
  limitKb,
}: StageFacts['mailbox']): readonly string[] {
  return [
    messages === undefined ? '' : `${messages} MESSAGES`,
    unseen === undefined ? '' : `${unseen} UNSEEN`,
    delimiter === undefined || delimiter === null ? '' : `INBOX${delimiter}…`,
    limitKb === undefined ? '' : `${usedKb} / ${limitKb} KiB`,
  ]
}

import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** GMX, WEB.DE, IONOS and T-Online, and servers that speak German. */
export const GERMAN: readonly ReplyLine[] = [
  { means: 'SEND_NO_REVERSE_NAME', words: /bad DNS PTR/i },
  { means: 'SEND_AS_DENIED', words: /sender address is not allowed|absenderadresse (ist )?nicht erlaubt/i },
  { means: 'SEND_BLOCKED', words: /due to policy restrictions|tosa@rx\.t-online\.de/i },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words: /(empfänger|benutzer|postfach|adresse) (ist )?(unbekannt|nicht gefunden)/i,
  },
  {
    means: 'SEND_MAILBOX_FULL',
    words: /postfach (ist )?(voll|überfüllt)|speicherplatz.{0,30}(erschöpft|überschritten)/i,
  },
  { means: 'SEND_TOO_BIG', words: /nachricht (ist )?zu groß/i },
]

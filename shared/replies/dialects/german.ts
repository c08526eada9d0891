import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** GMX, WEB.DE, IONOS and T-Online, and servers that speak German. */
export const GERMAN: readonly ReplyLine[] = [
  { means: 'SEND_NO_REVERSE_NAME', words: /bad DNS PTR/i },
  { means: 'SEND_AS_DENIED', words: /sender address is not allowed|absenderadresse (ist )?nicht erlaubt/i },
  {
    means: 'SEND_BLOCKED',
    words: /due to policy restrictions|ask your postmaster for help or to contact @/i,
  },
  {
    means: 'SEND_DOMAIN_UNKNOWN',
    words: /\b(domain|domäne)\b[^;]{0,80} (nicht gefunden|nicht bekannt|existiert nicht|unbekannt)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /(empf(?:ä|ae|a)nger\S{0,8}|adressat|benutzer\S{0,4}|postfach|(?<!absender)adresse|konto|account)[^.;]{0,40} (unbekannt|nicht (gefunden|bekannt|vorhanden)|existiert nicht|gibt es nicht|ungültig)|(unbekannte|ungültige)[rs]? (empfänger|benutzer|adresse)|\bwurde (?:unter|bei|auf|in) \S{1,120} nicht gefunden/i,
  },
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /postfach[^.;]{0,40} (fast |beinahe )?(voll|überfüllt)\b|speicherplatz.{0,30}(erschöpft|überschritten)|zu ?viele (e-?)?mails auf dem server|quota überschritten/i,
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words: /(postfach|konto|empfänger|mailbox)[^.;]{0,30}(gesperrt|deaktiviert|stillgelegt)/i,
  },
  {
    means: 'SEND_RATE',
    words: /zu viele (nachrichten|e-?mails|mails)(?! auf)|(versand|sende)-?(limit|kontingent|begrenzung)/i,
  },
  { means: 'SEND_CONTENT', words: /\b(als|unter|wegen|enthält) spam|spam-?verdacht/i },
  { means: 'SEND_RECIPIENT_RESTRICTED', words: /nicht berechtigt[^.;]{0,60}(posten|senden|schreiben)/i },
  { means: 'SEND_TOO_BIG', words: /nachricht (ist )?zu groß/i },
]

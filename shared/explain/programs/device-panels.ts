import type { ProgramError } from '#shared/explain/programs/program-error.ts'

/**
 * What the panels of printers and scanners show: numbers of their own, each only alone or beside a word that tells the device or
 * the job, because four digits alone may be anything.
 */
export const DEVICE_PANELS: readonly ProgramError[] = [
  // Kyocera and its siblings (TASKalfa, ECOSYS, Copystar, Triumph-Adler, UTAX)
  [panel('1101'), 'NET_DNS_NONE'],
  [panel('1102'), 'AUTH_REJECTED'],
  [panel('1106'), 'SEND_SENDER_UNKNOWN'],
  [panel('2101'), 'NET_UNREACHABLE'],
  [panel('210[23]'), 'NET_TIMEOUT'],
  [panel('220[123]'), 'NET_RESET'],
  [panel('3[12]01'), 'AUTH_MECHANISM'],
  // Canon
  [/(?<![\d#])#\s?839\b/, 'AUTH_REJECTED'],
  [/(?<![\d#])#\s?841\b/, 'TLS_HANDSHAKE'],
  [/(?<![\d#])#\s?801\b/, 'NET_TIMEOUT'],
  // Xerox and Fujifilm
  [/\b016-764\b/, 'NET_UNREACHABLE'],
  [/\b016-767\b/, 'SEND_RECIPIENT_UNKNOWN'],
  [/\b016-768\b/, 'SEND_SENDER_UNKNOWN'],
  // Sharp
  [/\bCE-02\b/, 'NET_DNS_NONE'],
  [/\bCE-03\b/, 'NET_TIMEOUT'],
  [/\bCE-0[47]\b/, 'AUTH_REJECTED'],
  // Ricoh and Gestetner
  [
    /authentication with the destination has failed|authentifizierung (?:beim|mit dem) ziel .{0,20}fehlgeschlagen/i,
    'AUTH_REJECTED',
  ],
  [
    /connection with the destination has failed|verbindung (?:zum|mit dem) ziel .{0,20}fehlgeschlagen/i,
    'NET_UNREACHABLE',
  ],
  // HP, Brother, Epson and Konica Minolta write sentences
  [
    /smtp (?:server )?authentication (?:error|failed|failure)|smtp.auth.{0,12}(?:error|fehler)/i,
    'AUTH_REJECTED',
  ],
  [/server authentication (?:has )?(?:failed|error|failure)/i, 'AUTH_REJECTED'],
  [/server (?:communication|connection|connect) error/i, 'NET_UNREACHABLE'],
]

/** The number of a Kyocera, beside the device's name or a word for what it did. */
function panel(number: string): RegExp {
  const job = String.raw`(?:kyocera|ta?skalfa|ecosys|copystar|triumph|utax|scan|send(?:ing)? (?:error|result)|sende(?:fehler|ergebnis)|e-?mail error)`
  return new RegExp(
    String.raw`^\W*(?:(?:send |sende)?(?:error|fehler)(?: ?-?code)?|code)?\W{0,3}${number}\W*$|${job}.{0,80}(?<![\d.:-])${number}(?![\d.:-])|(?<![\d.:-])${number}(?![\d.:-]).{0,40}${job}`,
    'i',
  )
}

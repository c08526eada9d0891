/** The program whose sentence it is: each shows the number or the reply of the server in another place. */
export type VagueProgram = 'outlook' | 'apple' | 'thunderbird' | 'phone' | 'other'

/** Longer texts say more than that something failed. */
const LONGEST = 300

/** Sentences that name no cause: that mail was not sent or not fetched is all they say. */
const SENTENCES: readonly (readonly [RegExp, VagueProgram])[] = [
  [
    /send\/receive (?:failure|error|reported)|sending and receiving reported|reported errors? while sending|senden\/empfangen.{0,40}fehler|^task .{1,120} reported error\W{0,8}$|^(?:enter your user name and password for the following server|geben sie (?:ihren )?benutzernamen und (?:ihr )?kennwort für den folgenden server)|outlook (?:cannot log on|kann sich nicht anmelden)|^(?:send test e-?mail message|testnachricht senden)\b/i,
    'outlook',
  ],
  [
    /sending of (?:the )?message failed|an error occurred (?:while|when) sending (?:the )?mail|senden der nachricht (?:ist )?fehlgeschlagen|fehler beim senden der nachricht/i,
    'thunderbird',
  ],
  [
    /^\W{0,3}cannot (?:send|get) mail\b|message send failure|^\W{0,3}e-?mails? (?:kann|können) nicht (?:gesendet|empfangen|geladen) werden|cannot send message using the server|(?:e-?mail|nachricht) kann nicht über den server .{1,100} gesendet|mit dem server .{1,100} konnte keine (?:e-?)?mail gesendet|may be a problem with the mail server or network|möglicherweise besteht ein problem mit dem mail-?server/i,
    'apple',
  ],
  [
    /(?:couldn.t|could not|unable to) send (?:the |your |this )?(?:message|e-?mail)|message not sent|e-?mail not sent|message (?:could|was) not (?:be )?sent|sync(?:hroni[sz]ation)? (?:error|failed)|nachricht (?:wurde |konnte )?nicht gesendet|synchronisierung(?:sfehler| fehlgeschlagen)/i,
    'phone',
  ],
  [
    /^\W{0,3}can.t (?:send|get|receive) (?:e-?)?mail|(?:failed|unable|error|not able) (?:to |while |when )?(?:send|sending|receive|receiving|get|getting|fetch|fetching|deliver|delivering)(?: \w{1,8}){0,2} (?:e-?)?mails?\b|(?:an )?unknown error (?:has )?occurred|something went wrong|unbekannter fehler|etwas (?:ist )?schiefgelaufen|account (?:setup|verification) failed/i,
    'other',
  ],
]

/** Whose sentence it is, `null` for a text that says more, or nothing about mail. */
export function vagueProgram(line: string): VagueProgram | null {
  if (line.length > LONGEST) return null
  return SENTENCES.find(([pattern]) => pattern.test(line))?.[1] ?? null
}

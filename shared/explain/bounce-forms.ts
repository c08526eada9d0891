/** How the mail systems that keep to no standard tell that a message did not arrive. */
export interface BounceForm {
  readonly name: string
  readonly opens: RegExp
  /** A line that names a recipient; what the server said follows until the next such line. */
  readonly recipient: RegExp
}

/** In angle brackets, with a colon: `<anna@example.org>: host mx.example.org said: 550 …`. */
const BRACKETS = /^\s{0,8}<([^<>\s]{3,320})>(?: \(expanded from [^)]{0,320}\))?:?/
/** On a line of its own, indented. */
const INDENTED = /^\s{2,8}([^\s<>()]{1,64}@[^\s<>()]{1,255})(?:\s.{0,80})?$/
/** On a line of its own, with whatever a mail program makes of a link. */
const ALONE =
  /^[\s*]{0,8}(?:[^<>@\n]{0,80}[<(])?([^\s<>()]{1,64}@[^\s<>()*]{1,255})[>)*]{0,2}(?:\s?[<(](?:mailto:)?[^<>()\s]{1,320}[>)]){0,2}\s{0,4}$/
/** In angle brackets, or bare with the reason in square ones: `anna@example.org [User unknown]`. */
const BRACKETS_OR_REASON =
  /^\s{0,8}(?:<([^<>\s]{3,320})>(?: \(expanded from [^)]{0,320}\))?:?|([^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,255})(?= \[[a-z]))/i
/** Bare, with a colon: `anna@example.org: 550 …`. */
const COLON = /^\s{0,8}<?([^\s<>():]{1,64}@[^\s<>():]{1,255})>?:(?=\s)/
/** With the day on which it was tried: `anna@example.org on Mon, 5 Jan 2004 10:00`. */
const DATED =
  /^\s{0,8}(?:smtp[:=])?['"]?([^\s<>()'":]{1,64}@[^\s<>()'"]{1,255}?)['"]? (?:on|am|le|el|il|op) (?=\S)/i

/** Exchange and Outlook in the languages of their reports: the heading, and what stands above the part for admins. */
const EXCHANGE_WORDS = [
  'delivery has failed to these recipients',
  'diagnostic information for administrators',
  String.raw`your message (?:to \S{3,320} )?couldn't be delivered`,
  String.raw`did not reach (?:some or all of )?the(?:ir)? (?:intended )?recipient`,
  'fehler bei der nachrichtenzustellung an folgende empf',
  String.raw`diagnoseinformationen f.{1,4}r administratoren`,
  String.raw`nachricht an \S{3,320} konnte nicht zugestellt werden`,
  String.raw`chec de la remise pour ces destinataires`,
  'informations de diagnostic (?:pour les|. l.intention des) administrateurs',
  'error de entrega a estos destinatarios',
  String.raw`informaci.{1,2}n de diagn.{1,2}stico para los administradores`,
  'recapito non riuscito (?:per|ai) (?:i )?(?:seguenti|questi) destinatari',
  'bezorging (?:is )?mislukt (?:aan|bij) deze (?:geadresseerden|ontvangers)',
].join('|')

/** The headings of Gmail's letters in its languages, refused and delayed. */
const GMAIL_HEADINGS = [
  'address not found|message (?:blocked|not delivered|too large)|recipient inbox full|delivery incomplete',
  'adresse nicht gefunden|nachricht (?:blockiert|nicht zugestellt)|zustellung (?:nicht abgeschlossen|unvollst.ndig)|posteingang des empf.ngers ist voll',
  'adresse introuvable|message (?:bloqu.|non distribu.|non remis)|distribution incompl.te|bo.te de r.ception du destinataire pleine',
  'no se ha encontrado la direcci.n|direcci.n no encontrada|mensaje (?:bloqueado|no entregado)|entrega incompleta',
  'indirizzo non trovato|messaggio (?:bloccato|non recapitato)|consegna incompleta|recapito incompleto',
  'endere.o n.o encontrado|mensagem (?:bloqueada|n.o entregue)|entrega incompleta',
  'adres niet gevonden|bericht (?:geblokkeerd|niet bezorgd)|bezorging onvolledig',
].join('|')

export const FORMS: readonly BounceForm[] = [
  {
    name: 'qmail',
    opens: /this is the qmail-send program|i'm afraid i wasn't able to deliver/i,
    recipient: BRACKETS,
  },
  { name: 'exim', opens: /created automatically by mail delivery software/i, recipient: INDENTED },
  {
    name: 'opensmtpd',
    opens: /this is the MAILER-DAEMON, please do not reply|for\s+the following list of recipients:/i,
    recipient: COLON,
  },
  {
    name: 'dragonfly',
    opens: /this is the DragonFly Mail Agent/i,
    recipient: /(?:deliver\w{0,3} your mail to|mail to) <([^<>\s]{3,320})>/i,
  },
  {
    name: 'postfix',
    opens:
      /this is the mail system at host|this is the postfix program|sorry to have to inform you that (?:your|the) message/i,
    recipient: BRACKETS,
  },
  {
    name: 'courier',
    opens: /running the courier mail server/i,
    recipient: BRACKETS,
  },
  {
    name: 'yahoo',
    opens: /unable to deliver (?:your )?message to the following/i,
    recipient: BRACKETS,
  },
  {
    name: 'sendmail',
    opens: /the following addresses had|transcript of session follows/i,
    recipient: BRACKETS_OR_REASON,
  },
  {
    name: 'exchange of the first years',
    opens:
      /did not reach the following recipient|recipient(?:\(s\)|s)? could not be reached|konnten? ?(?:\(n\) )?nicht erreicht werden|n'ont pu .tre joints|no se pudo (?:entregar|llegar)/i,
    recipient: DATED,
  },
  { name: 'exchange', opens: new RegExp(EXCHANGE_WORDS, 'i'), recipient: ALONE },
  {
    name: 'gmail',
    opens: new RegExp(
      String.raw`^\W{0,8}(?:${GMAIL_HEADINGS})\W{0,4}$|delivery to the following recipients? (?:failed|has been delayed)|your message wasn't delivered to|problem delivering your message`,
      'im',
    ),
    recipient: ALONE,
  },
  {
    name: 'notes',
    opens: /^\W{0,8}(?:was not delivered to|could not be (?:delivered|given) to):?\s{0,4}$/im,
    recipient: ALONE,
  },
  {
    name: 'communigate',
    opens: /module\([^)\n]{1,200}\) reports:/i,
    recipient: /(?:could|can) ?not deliver[^<\n]{0,80}<([^<>\s]{3,320})>/i,
  },
]

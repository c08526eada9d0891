import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Servers and webmail that speak French, Italian, Spanish, Portuguese, Dutch, Polish or Russian about the recipient. */
export const OTHER_LANGUAGES: readonly ReplyLine[] = [
  {
    means: 'SEND_RATE',
    words: /trop de (connexions|messages|courriels)|demasiados (mensajes|correos)|troppi messaggi/i,
  },
  {
    means: 'SEND_SENDER_UNKNOWN',
    words:
      /([eé]metteur|exp[eé]diteur|remitente|mittente)[^.;]{0,40}(invalid|inconnu|desconocid|sconosciut|errat[oa]|non valid|no v[aá]lid)/i,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words: /(groupe|grupo|gruppo)[^.]{0,160}(autoris|permiso|permiss|autorizza)/i,
  },
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /(bo[iî]te|messagerie|casella|buz[oó]n|caixa|postvak|mailbox|skrzynka|ящик)[^.;]{0,60}(plein|satur|pien[ao]|llen[ao]|chei[ao]|vol\b|pełna|przepełnion|переполн|полон)|(quota|cuota|квот\S{0,3})[^.;]{0,30}(d[eé]pass|superat|excedid|exced|overschreden|превышен)/i,
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words:
      /(usuario|casilla|indirizzo|konto|compte|bo[iî]te|cuenta|conta|account|utente|casella)[^.;]{0,40}(d[eé]sactiv|suspendu|desactivad|inactiv|expirad|desativad|disabilitat|disattivat|bloquead|bloccat|zablokowan|nieaktywn|archiv[eé]e)|ящик[^.;]{0,30}(заблокирован|отключ)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /nie ma takiego|(utilisateur|destinataire|destin\.|konto|adresse|bo[iî]te|usuario|destinatario|direcci[oó]n|buz[oó]n|utente|indirizzo|casella|usu[aá]rio|endere[cç]o|gebruiker|adres|postvak|u[zż]ytkownik|skrzynka)[^.;]{0,60}(inconnu|n'existe pas|introuvable|inexistant|desconocid|no (existe|encontrad)|inesistente|sconosciut|non (esiste|trovat)|n[aã]o existe|desconhecid|inv[aá]lid|onbekend|bestaat niet|nie istnieje|nieznan)|nessun utente|no existe (dicha|ese|esa|el|la) |(no se ha encontrado la|adresse introuvable|n'est pas parvenu)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /(пользовател\S{0,3}|адрес\S{0,3}|получател\S{0,3}|ящик\S{0,3})[^.;]{0,60}(не существует|не найден|неизвест|недействител)|(нет такого|несуществующий)/i,
  },
]
